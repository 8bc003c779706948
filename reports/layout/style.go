package layout

import "tavoitekartta/reports/document"

// The colours of paper: the light ones of look.md "Colour".
const (
	ink     document.Color = "#18272D"
	muted   document.Color = "#4A5B63"
	border  document.Color = "#6A7A81"
	hairRow document.Color = "#D3D8D5"
	sunk    document.Color = "#F0F0EE"
	granite document.Color = "#46545B"
	primary document.Color = "#0E5366"
	done    document.Color = "#23653A"
	warning document.Color = "#7A4E00"
	caution document.Color = "#FBF0D3"
	white   document.Color = "#FFFFFF"
	barTint document.Color = "#E9ECE8"
)

// typography is the setting of a paragraph style.
type typography struct {
	size, leading float64
	bold          bool
	color         document.Color
	// after is the least space to the next block.
	after float64
	// prose may be hyphenated; titles, names and table texts keep their words
	// whole as long as these fit their column.
	prose bool
}

// easyLine is the width of about 55 characters of 15 points: easy-to-read texts
// are set in short lines whose words are not broken.
const easyLine = 430

// settings holds look.md "Type", paper pt.
var settings = map[document.Style]typography{
	document.Body:       {10, 14, false, ink, 7, true},
	document.BodyBold:   {10, 14, true, ink, 7, false},
	document.BodyMuted:  {10, 14, false, muted, 7, true},
	document.Lead:       {11, 15, false, ink, 12, true},
	document.Small:      {9, 12, false, ink, 4, false},
	document.SmallBold:  {9, 12, true, ink, 4, false},
	document.SmallMuted: {9, 12, false, muted, 4, false},
	document.Note:       {8.5, 11, false, muted, 6, true},
	document.Strong:     {11, 14, true, ink, 4, false},
	document.Name:       {13, 17, true, ink, 4, false},
	document.Code:       {10, 15, false, ink, 4, false},
	document.Eyebrow:    {10.5, 14, true, primary, 2, false},
	document.Title1:     {24, 29, true, ink, 12, false},
	document.Title2:     {15, 19, true, ink, 8, false},
	document.Title3:     {11, 14, true, ink, 5, false},
	document.CoverTitle: {38, 44, true, white, 0, false},
	document.CoverYears: {38, 44, false, white, 0, false},
	document.CoverText:  {13, 18, false, white, 0, false},
	document.CoverBold:  {11, 15, true, white, 0, false},
	document.MapLabel:   {8.5, 11, false, ink, 4, false},
	document.MapStrong:  {9, 12, true, ink, 4, false},
	document.EasyBody:   {15, 23, false, ink, 14, false},
	document.EasyBold:   {15, 23, true, ink, 2, false},
	document.EasyMuted:  {15, 23, false, muted, 14, false},
	document.EasyTitle1: {26, 32, true, ink, 14, false},
	document.EasyTitle2: {19, 26, true, ink, 6, false},
	document.EasyCover:  {22, 30, true, white, 0, false},
	document.Large:      {12.5, 17, false, ink, 8, false},
	document.LargeBold:  {12.5, 17, true, ink, 8, false},
	document.LargeMuted: {12.5, 17, false, muted, 8, false},
}

// proseLine is the width of about 80 characters of 10 points: longer lines lose
// the eye on its way back.
const proseLine = 420

// measures are the widest lines of styles that do not fill their column.
var measures = map[document.Style]float64{
	document.Body: proseLine, document.BodyMuted: proseLine,
	document.EasyBody: easyLine, document.EasyBold: easyLine, document.EasyMuted: easyLine, document.EasyTitle2: easyLine,
}

// lineWidth is the width of a style's lines in a column of the given width.
func lineWidth(style document.Style, column float64) float64 {
	if measure, limited := measures[style]; limited {
		return min(measure, column)
	}
	return column
}

func setting(style document.Style, color document.Color) typography {
	set := settings[style]
	if color != "" {
		set.color = color
	}
	return set
}
