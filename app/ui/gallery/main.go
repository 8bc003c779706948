// Command gallery draws every control of the window into PNG files, in each
// language, brightness and text size, without a screen. It exists to be looked
// at beside the look's pictures.
package main

import (
	"flag"
	"fmt"
	"image/png"
	"log"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tavoitekartta/app/texts"
	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
)

func main() {
	folder := flag.String("out", "out/gallery", "folder for the pictures")
	flag.Parse()
	if err := drawAll(*folder); err != nil {
		log.Fatal(err)
	}
}

func drawAll(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("make folder for the gallery: %w", err)
	}
	for _, language := range []texts.Language{texts.Finnish, texts.Swedish} {
		for _, brightness := range []theme.Brightness{theme.BrightnessLight, theme.BrightnessDark} {
			for _, textSize := range []float32{1, 1.5} {
				for _, scene := range scenes() {
					name := fmt.Sprintf("%s-%s-%s-%.0f.png", scene.name, language, brightness, textSize*100)
					if err := draw(filepath.Join(folder, name), scene, language, brightness, textSize); err != nil {
						return err
					}
				}
				for _, shown := range views() {
					name := fmt.Sprintf("%s-%s-%s-%.0f.png", shown.name, language, brightness, textSize*100)
					if err := drawView(filepath.Join(folder, name), shown, language, brightness, textSize); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// drawView makes one picture of a window of its own size.
func drawView(path string, shown view, language texts.Language, brightness theme.Brightness, textSize float32) error {
	catalogue, err := texts.Load(language)
	if err != nil {
		return err
	}
	application := test.NewApp()
	defer application.Quit()
	application.Settings().SetTheme(theme.New(brightness, textSize))
	window := test.NewWindow(nil)
	defer window.Close()
	showView(window, shown, catalogue)
	return write(path, window)
}

// draw makes one picture, 1366 px wide and as high as the controls need.
func draw(path string, scene scene, language texts.Language, brightness theme.Brightness, textSize float32) error {
	catalogue, err := texts.Load(language)
	if err != nil {
		return err
	}
	application := test.NewApp()
	defer application.Quit()
	application.Settings().SetTheme(theme.New(brightness, textSize))

	window := test.NewWindow(nil)
	defer window.Close()
	window.SetPadded(false)
	kit := ui.NewKit(catalogue)
	page := newPage(kit, catalogue)
	window.SetContent(container.NewStack(page.content, kit.Layer()))
	// The first layout tells wrapped texts how wide they are; the next ones know
	// how high they become.
	for range 3 {
		window.Resize(fyne.NewSize(1366, page.content.MinSize().Height))
	}
	scene.set(page, window.Canvas())
	return write(path, window)
}

func write(path string, window fyne.Window) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write gallery: %w", err)
	}
	if err := png.Encode(file, window.Canvas().Capture()); err != nil {
		return fmt.Errorf("write gallery: %w", err)
	}
	return file.Close()
}
