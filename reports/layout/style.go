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
)

// typography is the setting of a paragraph style.
type typography struct {
	size, leading float64
	bold          bool
	color         document.Color
	// after is the least space to the next block.
	after float64
}

// settings holds look.md "Type", paper pt.
var settings = map[document.Style]typography{
	document.Body:       {10, 14, false, ink, 7},
	document.BodyBold:   {10, 14, true, ink, 7},
	document.BodyMuted:  {10, 14, false, muted, 7},
	document.Lead:       {11, 15, false, ink, 12},
	document.Small:      {9, 12, false, ink, 4},
	document.SmallBold:  {9, 12, true, ink, 4},
	document.SmallMuted: {9, 12, false, muted, 4},
	document.Note:       {8.5, 11, false, muted, 6},
	document.Strong:     {11, 14, true, ink, 4},
	document.Name:       {13, 17, true, ink, 4},
	document.Code:       {10, 15, false, ink, 4},
	document.Eyebrow:    {10.5, 14, true, primary, 2},
	document.Title1:     {24, 29, true, ink, 12},
	document.Title2:     {15, 19, true, ink, 8},
	document.Title3:     {11, 14, true, ink, 5},
	document.CoverTitle: {38, 44, true, white, 0},
	document.CoverYears: {38, 44, false, white, 0},
	document.CoverText:  {13, 18, false, white, 0},
	document.CoverBold:  {11, 15, true, white, 0},
	document.MapLabel:   {8.5, 11, false, ink, 4},
	document.MapStrong:  {9, 12, true, ink, 4},
}

func setting(style document.Style, color document.Color) typography {
	set := settings[style]
	if color != "" {
		set.color = color
	}
	return set
}
