//go:build pictures

package gallery_test

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/layout"
)

// Dots per inch of a page shown in full, and of one on a sheet.
const (
	fullDots  = 100
	smallDots = 40
)

// The sheet: pages in a row, the room around each, and the ground.
const (
	pagesInRow = 6
	aroundPage = 6
	// mostColors keeps the pictures small; pages have few colours.
	mostColors = 64
)

var ground = color.RGBA{R: 0xC9, G: 0xCF, B: 0xCC, A: 0xFF}

// report makes a kind of report and returns its file and its pages.
func report(t *testing.T, kind string, edition []model.Language) (file string, laid *layout.Result) {
	t.Helper()
	p, options := optionsOf(t, kind, edition)
	laid, err := reports.Pages(t.Context(), p, options)
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(t.TempDir(), "report.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reports.Render(t.Context(), out, p, options); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Name(), laid
}

// pictures are the pages of a PDF file as poppler draws them.
func pictures(t *testing.T, file string, dots, first, last int) []*image.RGBA {
	t.Helper()
	folder := t.TempDir()
	command := exec.Command("pdftoppm", "-png", "-r", strconv.Itoa(dots), "-f", strconv.Itoa(first), "-l", strconv.Itoa(last),
		file, filepath.Join(folder, "page"))
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	drawn, err := filepath.Glob(filepath.Join(folder, "*.png"))
	if err != nil || len(drawn) != last-first+1 {
		t.Fatalf("poppler drew %d of the pages %d to %d: %v", len(drawn), first, last, err)
	}
	pages := make([]*image.RGBA, 0, len(drawn))
	for _, name := range drawn {
		pages = append(pages, decoded(t, name))
	}
	return pages
}

func decoded(t *testing.T, name string) *image.RGBA {
	t.Helper()
	data, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	page, err := png.Decode(data)
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", name, err))
	}
	drawn := image.NewRGBA(page.Bounds())
	draw.Draw(drawn, drawn.Bounds(), page, page.Bounds().Min, draw.Src)
	return drawn
}

// sheet sets pages in rows; the widest gives each its room, since some lie on
// their side.
func sheet(pages []*image.RGBA) *image.RGBA {
	var step image.Point
	for _, page := range pages {
		step.X, step.Y = max(step.X, page.Bounds().Dx()+aroundPage), max(step.Y, page.Bounds().Dy()+aroundPage)
	}
	columns := min(len(pages), pagesInRow)
	rows := (len(pages) + columns - 1) / columns
	whole := image.NewRGBA(image.Rect(0, 0, columns*step.X+aroundPage, rows*step.Y+aroundPage))
	draw.Draw(whole, whole.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	for i, page := range pages {
		at := image.Pt(i%columns*step.X+aroundPage, i/columns*step.Y+aroundPage)
		draw.Draw(whole, page.Bounds().Sub(page.Bounds().Min).Add(at), page, page.Bounds().Min, draw.Src)
	}
	return whole
}

// save writes a picture in few colours, the most frequent of its own.
func save(t *testing.T, name string, picture *image.RGBA) {
	t.Helper()
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(out, paletted(picture)); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// paletted is the picture in the most frequent of its colours. Those that differ
// by less than eye can see are counted as one, and colours count for more than
// the many greys of the edges of letters.
func paletted(picture *image.RGBA) *image.Paletted {
	counts := map[color.RGBA]int{}
	groups := map[color.RGBA]int{}
	usual := map[color.RGBA]color.RGBA{}
	each(picture, func(_, _ int, c color.RGBA) { counts[c]++ })
	for c, count := range counts {
		group := rough(c)
		groups[group] += count * (4 + chroma(c))
		if known, is := usual[group]; !is || count > counts[known] || count == counts[known] && hex(c) < hex(known) {
			usual[group] = c
		}
	}
	frequent := slices.SortedFunc(maps.Keys(groups), func(a, b color.RGBA) int {
		return cmp.Or(groups[b]-groups[a], cmp.Compare(hex(a), hex(b)))
	})
	palette := make(color.Palette, 0, mostColors)
	for _, group := range frequent[:min(mostColors, len(frequent))] {
		palette = append(palette, usual[group])
	}
	index := map[color.RGBA]uint8{}
	for _, group := range frequent {
		index[group] = uint8(palette.Index(usual[group]))
	}
	few := image.NewPaletted(picture.Bounds(), palette)
	each(picture, func(x, y int, c color.RGBA) { few.SetColorIndex(x, y, index[rough(c)]) })
	return few
}

func each(picture *image.RGBA, do func(x, y int, c color.RGBA)) {
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			do(x, y, picture.RGBAAt(x, y))
		}
	}
}

// rough is the colour without what eye cannot tell apart.
func rough(c color.RGBA) color.RGBA {
	const mask = 0xF0
	return color.RGBA{R: c.R & mask, G: c.G & mask, B: c.B & mask, A: 0xFF}
}

// chroma is how far a colour is from a grey.
func chroma(c color.RGBA) int {
	return int(max(c.R, c.G, c.B)) - int(min(c.R, c.G, c.B))
}

func hex(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
