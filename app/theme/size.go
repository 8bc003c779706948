package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Text sizes and their line heights, in pixels at text size 1.
const (
	TextPage      fyne.ThemeSizeName = "textPage"      // 26: a page's heading
	TextSection   fyne.ThemeSizeName = "textSection"   // 19
	TextSubhead   fyne.ThemeSizeName = "textSubhead"   // 16, bold
	TextBody      fyne.ThemeSizeName = "textBody"      // 16
	TextChip      fyne.ThemeSizeName = "textChip"      // 15: chips and tree rows
	TextSecondary fyne.ThemeSizeName = "textSecondary" // 14: labels, facts
	TextSmallest  fyne.ThemeSizeName = "textSmallest"  // 13: hints

	LinePage      fyne.ThemeSizeName = "linePage"      // 34
	LineSection   fyne.ThemeSizeName = "lineSection"   // 26
	LineSubhead   fyne.ThemeSizeName = "lineSubhead"   // 22
	LineBody      fyne.ThemeSizeName = "lineBody"      // 24
	LineChip      fyne.ThemeSizeName = "lineChip"      // 20
	LineSecondary fyne.ThemeSizeName = "lineSecondary" // 20
	LineSmallest  fyne.ThemeSizeName = "lineSmallest"  // 18

	TextProjectorTitle fyne.ThemeSizeName = "textProjectorTitle" // 64
	TextProjectorHead  fyne.ThemeSizeName = "textProjectorHead"  // 34
	TextProjectorBody  fyne.ThemeSizeName = "textProjectorBody"  // 26
	LineProjectorTitle fyne.ThemeSizeName = "lineProjectorTitle" // 80
	LineProjectorHead  fyne.ThemeSizeName = "lineProjectorHead"  // 46
	LineProjectorBody  fyne.ThemeSizeName = "lineProjectorBody"  // 36
)

// Spaces.
const (
	Space4  fyne.ThemeSizeName = "space4"
	Space8  fyne.ThemeSizeName = "space8"
	Space12 fyne.ThemeSizeName = "space12"
	Space16 fyne.ThemeSizeName = "space16"
	Space24 fyne.ThemeSizeName = "space24"
	// PageSide is the margin of 24 at a page's sides less the room that every control
	// keeps for its focus ring.
	PageSide fyne.ThemeSizeName = "pageSide"
	Space36  fyne.ThemeSizeName = "space36"
)

// Corner radii.
const (
	RadiusBar      fyne.ThemeSizeName = "radiusBar"      // 4
	RadiusState    fyne.ThemeSizeName = "radiusState"    // 5
	RadiusField    fyne.ThemeSizeName = "radiusField"    // 6: fields and buttons
	RadiusListCard fyne.ThemeSizeName = "radiusListCard" // 8
	RadiusCard     fyne.ThemeSizeName = "radiusCard"     // 10
	RadiusChip     fyne.ThemeSizeName = "radiusChip"     // 18
)

// Strokes keep their width at every text size: a frame is seen by its contrast,
// and thick frames around large text would shout.
const (
	StrokeThin  fyne.ThemeSizeName = "strokeThin"  // 1
	StrokeField fyne.ThemeSizeName = "strokeField" // 1.5
	StrokeIcon  fyne.ThemeSizeName = "strokeIcon"  // 1.8
	FocusInk    fyne.ThemeSizeName = "focusInk"    // 2: the inner frame
	FocusGap    fyne.ThemeSizeName = "focusGap"    // 1: between frame and ring
	FocusRing   fyne.ThemeSizeName = "focusRing"   // 3: the ring outside
	FocusMargin fyne.ThemeSizeName = "focusMargin" // 4: gap and ring, room kept around every control
)

// Controls and icons.
const (
	HitTarget       fyne.ThemeSizeName = "hitTarget"       // 36: nothing that is pressed is smaller
	ButtonHeight    fyne.ThemeSizeName = "buttonHeight"    // 40
	RowButtonHeight fyne.ThemeSizeName = "rowButtonHeight" // 36: buttons within rows
	FieldHeight     fyne.ThemeSizeName = "fieldHeight"     // 38
	IconSize        fyne.ThemeSizeName = "iconSize"        // 18: beside text
	IconSmall       fyne.ThemeSizeName = "iconSmall"       // 16: state marks
	IconLarge       fyne.ThemeSizeName = "iconLarge"       // 24: the rail
)

type measure struct {
	pixels float32
	fixed  bool // not multiplied by the text size
}

var measures = map[fyne.ThemeSizeName]measure{
	TextPage: {pixels: 26}, LinePage: {pixels: 34},
	TextSection: {pixels: 19}, LineSection: {pixels: 26},
	TextSubhead: {pixels: 16}, LineSubhead: {pixels: 22},
	TextBody: {pixels: 16}, LineBody: {pixels: 24},
	TextChip: {pixels: 15}, LineChip: {pixels: 20},
	TextSecondary: {pixels: 14}, LineSecondary: {pixels: 20},
	TextSmallest: {pixels: 13}, LineSmallest: {pixels: 18},

	TextProjectorTitle: {pixels: 64}, LineProjectorTitle: {pixels: 80},
	TextProjectorHead: {pixels: 34}, LineProjectorHead: {pixels: 46},
	TextProjectorBody: {pixels: 26}, LineProjectorBody: {pixels: 36},

	Space4: {pixels: 4}, Space8: {pixels: 8}, Space12: {pixels: 12},
	Space16: {pixels: 16}, PageSide: {pixels: 20}, Space24: {pixels: 24}, Space36: {pixels: 36},

	RadiusBar: {pixels: 4}, RadiusState: {pixels: 5}, RadiusField: {pixels: 6},
	RadiusListCard: {pixels: 8}, RadiusCard: {pixels: 10}, RadiusChip: {pixels: 18},

	StrokeThin: {1, true}, StrokeField: {1.5, true}, StrokeIcon: {1.8, true},
	FocusInk: {2, true}, FocusGap: {1, true}, FocusRing: {3, true}, FocusMargin: {4, true},

	HitTarget: {pixels: 36}, ButtonHeight: {pixels: 40}, RowButtonHeight: {pixels: 36},
	FieldHeight: {pixels: 38}, IconSize: {pixels: 18}, IconSmall: {pixels: 16}, IconLarge: {pixels: 24},

	fynetheme.SizeNameText:               {pixels: 16},
	fynetheme.SizeNameHeadingText:        {pixels: 26},
	fynetheme.SizeNameSubHeadingText:     {pixels: 19},
	fynetheme.SizeNameCaptionText:        {pixels: 13},
	fynetheme.SizeNameInlineIcon:         {pixels: 18},
	fynetheme.SizeNamePadding:            {pixels: 4},
	fynetheme.SizeNameInnerPadding:       {pixels: 8},
	fynetheme.SizeNameLineSpacing:        {pixels: 4},
	fynetheme.SizeNameScrollBar:          {pixels: 12},
	fynetheme.SizeNameScrollBarSmall:     {pixels: 6},
	fynetheme.SizeNameScrollBarRadius:    {pixels: 4},
	fynetheme.SizeNameSelectionRadius:    {pixels: 4},
	fynetheme.SizeNameInputRadius:        {pixels: 6},
	fynetheme.SizeNameButtonRadius:       {pixels: 6},
	fynetheme.SizeNameCardRadius:         {pixels: 10},
	fynetheme.SizeNameDialogRadius:       {pixels: 10},
	fynetheme.SizeNamePopupRadius:        {pixels: 6},
	fynetheme.SizeNameMenuRadius:         {pixels: 6},
	fynetheme.SizeNameInputBorder:        {1.5, true},
	fynetheme.SizeNameSeparatorThickness: {1, true},
	fynetheme.SizeNameSplitThickness:     {1, true},
	fynetheme.SizeNameModalBlurRadius:    {0, true},
}
