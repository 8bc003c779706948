package ui

import (
	"bytes"
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"tavoitekartta/app/theme"
	"tavoitekartta/assets"
)

// IconName is the name of a line icon in the assets.
type IconName string

// The icons.
const (
	IconArchive      IconName = "archive"
	IconArrowDown    IconName = "arrow-down"
	IconArrowLeft    IconName = "arrow-left"
	IconArrowRight   IconName = "arrow-right"
	IconArrowUp      IconName = "arrow-up"
	IconAside        IconName = "aside"
	IconBody         IconName = "body"
	IconCalendar     IconName = "calendar"
	IconCheck        IconName = "check"
	IconCheckDisc    IconName = "check-disc"
	IconChevronDown  IconName = "chevron-down"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconChevronUp    IconName = "chevron-up"
	IconCircle       IconName = "circle"
	IconCircleBar    IconName = "circle-bar"
	IconComment      IconName = "comment"
	IconCompare      IconName = "compare"
	IconContents     IconName = "contents"
	IconCopy         IconName = "copy"
	IconCross        IconName = "cross"
	IconDecision     IconName = "decision"
	IconExport       IconName = "export"
	IconEye          IconName = "eye"
	IconFilter       IconName = "filter"
	IconFlag         IconName = "flag"
	IconFolder       IconName = "folder"
	IconFollowUp     IconName = "followup"
	IconGrip         IconName = "grip"
	IconHalfDisc     IconName = "half-disc"
	IconHelp         IconName = "help"
	IconHistory      IconName = "history"
	IconImport       IconName = "import"
	IconInformation  IconName = "information"
	IconLate         IconName = "late"
	IconLink         IconName = "link"
	IconLock         IconName = "lock"
	IconMenu         IconName = "menu"
	IconMinus        IconName = "minus"
	IconMore         IconName = "more"
	IconOverview     IconName = "overview"
	IconPDF          IconName = "pdf"
	IconPen          IconName = "pen"
	IconPeople       IconName = "people"
	IconPlus         IconName = "plus"
	IconPrint        IconName = "print"
	IconRedo         IconName = "redo"
	IconReports      IconName = "reports"
	IconSave         IconName = "save"
	IconSeal         IconName = "seal"
	IconSearch       IconName = "search"
	IconSectionSign  IconName = "section-sign"
	IconSettings     IconName = "settings"
	IconSquare       IconName = "square"
	IconTimeline     IconName = "timeline"
	IconTranslate    IconName = "translate"
	IconTrash        IconName = "trash"
	IconTwoSheets    IconName = "two-sheets"
	IconUndo         IconName = "undo"
	IconWarning      IconName = "warning"
	IconWorkgroup    IconName = "workgroup"
)

// Icon is a line icon in one colour of the theme.
//
// Fyne tints the fills of an SVG and not its strokes, and rasterises strokes at
// their unscaled width, so that a line icon would stay thin on a large screen.
// Icon therefore puts the colour and the scaled stroke into the drawing itself.
// It is decoration: the words beside it, or the [Mark] around it, are read out.
type Icon struct {
	widget.BaseWidget

	Name  IconName
	Color fyne.ThemeColorName
	Side  fyne.ThemeSizeName
}

// NewIcon returns the icon called name in a colour, as large as stands beside
// text.
func NewIcon(name IconName, color fyne.ThemeColorName) *Icon {
	return NewIconSized(name, color, theme.IconSize)
}

// NewIconSized returns the icon called name in a colour and size.
func NewIconSized(name IconName, color fyne.ThemeColorName, size fyne.ThemeSizeName) *Icon {
	icon := &Icon{Name: name, Color: color, Side: size}
	icon.ExtendBaseWidget(icon)
	return icon
}

// Set changes what is drawn, in which colour.
func (i *Icon) Set(name IconName, color fyne.ThemeColorName) {
	if i.Name == name && i.Color == color {
		return
	}
	i.Name, i.Color = name, color
	i.Refresh()
}

// CreateRenderer is called by Fyne.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	renderer := &iconRenderer{icon: i}
	renderer.raster = canvas.NewRaster(func(width, height int) image.Image {
		// A line keeps its width on the screen when the icon is small.
		stroke := fynetheme.Size(theme.StrokeIcon) * float32(width) / max(1, renderer.raster.Size().Width)
		return rasterIcon(i.Name, fynetheme.Color(i.Color), width, height, float64(stroke))
	})
	return renderer
}

type iconRenderer struct {
	icon   *Icon
	raster *canvas.Raster
}

func (r *iconRenderer) Layout(size fyne.Size) {
	side := min(r.MinSize().Width, size.Width, size.Height)
	r.raster.Resize(fyne.NewSquareSize(side))
	r.raster.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

func (r *iconRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(fynetheme.Size(r.icon.Side))
}

func (r *iconRenderer) Refresh() {
	r.Layout(r.icon.Size())
	r.raster.Refresh()
}

func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.raster} }

func (r *iconRenderer) Destroy() {}

// rasterIcon draws an icon in a colour, as large as fits into width × height
// device pixels, its lines at least stroke pixels wide. An unknown icon is an
// empty picture.
func rasterIcon(name IconName, tint color.Color, width, height int, stroke float64) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, max(width, 0), max(height, 0)))
	source := assets.Icon(string(name))
	side := min(width, height)
	if source == nil || side <= 0 {
		return picture
	}
	drawing, err := oksvg.ReadReplacingCurrentColor(bytes.NewReader(source), hexColor(tint))
	if err != nil {
		fyne.LogError(fmt.Sprintf("read icon %s", name), err)
		return picture
	}
	scale := float64(side) / drawing.ViewBox.W
	for index := range drawing.SVGPaths {
		drawing.SVGPaths[index].LineWidth = max(stroke, drawing.SVGPaths[index].LineWidth*scale)
	}
	drawing.SetTarget(float64(width-side)/2, float64(height-side)/2, float64(side), float64(side))
	scanner := rasterx.NewScannerGV(width, height, picture, picture.Bounds())
	drawing.Draw(rasterx.NewDasher(width, height, scanner), 1)
	return picture
}

// hexColor writes a colour as #rrggbb, without its transparency.
func hexColor(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
