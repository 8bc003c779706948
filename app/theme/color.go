package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Names of the colours. Each has a light and a dark value; widgets look them up
// by name, so that a change of variant reaches everything that is drawn.
const (
	ColorGround      fyne.ThemeColorName = "ground"      // the window
	ColorPane        fyne.ThemeColorName = "pane"        // menu bar, side pane, table head
	ColorSurface     fyne.ThemeColorName = "surface"     // cards, fields
	ColorSunk        fyne.ThemeColorName = "sunk"        // quiet blocks
	ColorText        fyne.ThemeColorName = "text"        // body text
	ColorMuted       fyne.ThemeColorName = "muted"       // hints, facts
	ColorBorder      fyne.ThemeColorName = "border"      // frames of fields, chips, bars
	ColorLine        fyne.ThemeColorName = "line"        // decoration only
	ColorPrimary     fyne.ThemeColorName = "pri"         // the one primary action, links
	ColorOnPrimary   fyne.ThemeColorName = "onPri"       // text on ColorPrimary
	ColorPrimaryTint fyne.ThemeColorName = "priTint"     // bodies, the next thing
	ColorSelected    fyne.ThemeColorName = "sel"         // the chosen row
	ColorOK          fyne.ThemeColorName = "ok"          // written, completed
	ColorOKTint      fyne.ThemeColorName = "okTint"      // ground under ColorOK
	ColorWarn        fyne.ThemeColorName = "warn"        // missing
	ColorWarnTint    fyne.ThemeColorName = "warnTint"    // ground under ColorWarn
	ColorErr         fyne.ThemeColorName = "err"         // late, refused input
	ColorErrTint     fyne.ThemeColorName = "errTint"     // ground under ColorErr
	ColorGranite     fyne.ThemeColorName = "granite"     // foundation, road, locked version
	ColorOnGranite   fyne.ThemeColorName = "onGranite"   // text on ColorGranite
	ColorLitWindow   fyne.ThemeColorName = "litWindow"   // a written goal's window; never alone
	ColorFocusRing   fyne.ThemeColorName = "focusRing"   // outer ring of what has the focus
	ColorFocusInk    fyne.ThemeColorName = "focusInk"    // inner frame of what has the focus
	ColorAddedTint   fyne.ThemeColorName = "addedTint"   // comparison: added words
	ColorDeletedTint fyne.ThemeColorName = "deletedTint" // comparison: deleted words
)

// HouseColours is the number of façade and roof pairs; the next section starts
// over from the first.
const HouseColours = 7

var (
	facadeNames = [HouseColours]fyne.ThemeColorName{"facade1", "facade2", "facade3", "facade4", "facade5", "facade6", "facade7"}
	roofNames   = [HouseColours]fyne.ThemeColorName{"roof1", "roof2", "roof3", "roof4", "roof5", "roof6", "roof7"}
)

// Facade returns the name of the façade colour of the house at index, counted
// from zero.
func Facade(index int) fyne.ThemeColorName { return facadeNames[houseColour(index)] }

// Roof returns the name of the roof colour of the house at index, counted from
// zero.
func Roof(index int) fyne.ThemeColorName { return roofNames[houseColour(index)] }

func houseColour(index int) int {
	return (index%HouseColours + HouseColours) % HouseColours
}

// shade is one colour token in both variants, each as 0xRRGGBB.
type shade struct{ light, dark uint32 }

var palette = map[fyne.ThemeColorName]shade{
	ColorGround:      {0xF4F3EE, 0x11191C},
	ColorPane:        {0xE9ECE8, 0x0C1315},
	ColorSurface:     {0xFFFFFF, 0x1B262A},
	ColorSunk:        {0xF1F2EF, 0x151F23},
	ColorText:        {0x18272D, 0xEEF2F0},
	ColorMuted:       {0x4A5B63, 0xB2C0C5},
	ColorBorder:      {0x6A7A81, 0x8598A0},
	ColorLine:        {0xD3D8D5, 0x33434A},
	ColorPrimary:     {0x0E5366, 0x8DCDDD},
	ColorOnPrimary:   {0xFFFFFF, 0x08222A},
	ColorPrimaryTint: {0xDBE9EC, 0x1D3A43},
	ColorSelected:    {0xCFE1E5, 0x24434D},
	ColorOK:          {0x23653A, 0x93D3A2},
	ColorOKTint:      {0xE0EEDF, 0x1D3626},
	ColorWarn:        {0x7A4E00, 0xF2C766},
	ColorWarnTint:    {0xFBF0D3, 0x3A301A},
	ColorErr:         {0xA1281D, 0xFFA396},
	ColorErrTint:     {0xF9E2DD, 0x43231F},
	ColorGranite:     {0x46545B, 0xA9B6BA},
	ColorOnGranite:   {0xFFFFFF, 0x11191C},
	ColorLitWindow:   {0xE0A526, 0xF0BF55},
	ColorFocusRing:   {0xF2B632, 0xF2B632},
	ColorFocusInk:    {0x18272D, 0xFFFFFF},
	ColorAddedTint:   {0xDDEEDC, 0x1D3626},
	ColorDeletedTint: {0xF7DDD8, 0x43231F},

	facadeNames[0]: {0xD3E3E8, 0x1D3943}, roofNames[0]: {0x0E5366, 0x8DCDDD},
	facadeNames[1]: {0xF0DAD0, 0x44291F}, roofNames[1]: {0x8C3B2A, 0xEBAA96},
	facadeNames[2]: {0xF4E4BE, 0x3D3118}, roofNames[2]: {0x845A0B, 0xE5BF6E},
	facadeNames[3]: {0xDDE7D0, 0x2A381E}, roofNames[3]: {0x496829, 0xB7D092},
	facadeNames[4]: {0xE5DCE9, 0x372C3F}, roofNames[4]: {0x674A78, 0xCFB5DD},
	facadeNames[5]: {0xD7E1F1, 0x24324D}, roofNames[5]: {0x2F5486, 0xAEC5EE},
	facadeNames[6]: {0xD4E5DE, 0x1E3A32}, roofNames[6]: {0x2A6152, 0x97CFBC},
}

// toolkitColours says which of our colours stands for each colour that Fyne's
// own widgets (menus, scroll bars, the file dialog) ask for.
var toolkitColours = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameBackground:                ColorGround, // of the window, and the menu bar
	fynetheme.ColorNameButton:                    ColorSurface,
	fynetheme.ColorNameDisabledButton:            ColorSunk,
	fynetheme.ColorNameDisabled:                  ColorMuted,
	fynetheme.ColorNameError:                     ColorErr,
	fynetheme.ColorNameFocus:                     ColorSelected, // fills the menu row under the pointer
	fynetheme.ColorNameForeground:                ColorText,
	fynetheme.ColorNameForegroundOnError:         ColorSurface,
	fynetheme.ColorNameForegroundOnPrimary:       ColorOnPrimary,
	fynetheme.ColorNameForegroundOnSuccess:       ColorSurface,
	fynetheme.ColorNameForegroundOnWarning:       ColorSurface,
	fynetheme.ColorNameHeaderBackground:          ColorPane,
	fynetheme.ColorNameHover:                     ColorSelected,
	fynetheme.ColorNameHyperlink:                 ColorPrimary,
	fynetheme.ColorNameInnerWindowBorder:         ColorPane,
	fynetheme.ColorNameInnerWindowBorderInactive: ColorPane,
	fynetheme.ColorNameInputBackground:           ColorSurface,
	fynetheme.ColorNameInputBorder:               ColorBorder,
	fynetheme.ColorNameMenuBackground:            ColorSurface,
	fynetheme.ColorNameOverlayBackground:         ColorSurface,
	fynetheme.ColorNamePlaceHolder:               ColorMuted,
	fynetheme.ColorNamePressed:                   ColorSelected,
	fynetheme.ColorNamePrimary:                   ColorPrimary,
	fynetheme.ColorNameScrollBar:                 ColorBorder,
	fynetheme.ColorNameSelection:                 ColorSelected,
	fynetheme.ColorNameSeparator:                 ColorLine,
	fynetheme.ColorNameSuccess:                   ColorOK,
	fynetheme.ColorNameWarning:                   ColorWarn,
}

func (s shade) in(variant fyne.ThemeVariant) color.NRGBA {
	rgb := s.light
	if variant == fynetheme.VariantDark {
		rgb = s.dark
	}
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}
