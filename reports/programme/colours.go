package programme

import (
	"tavoitekartta/model"
	"tavoitekartta/model/street"
	"tavoitekartta/reports/document"
)

// housePalette holds façade and roof of the houses, the light ones of look.md
// "Colour"; an eighth section starts over.
var housePalette = []document.HouseColors{
	{Facade: "#D3E3E8", Roof: "#0E5366"},
	{Facade: "#F0DAD0", Roof: "#8C3B2A"},
	{Facade: "#F4E4BE", Roof: "#845A0B"},
	{Facade: "#DDE7D0", Roof: "#496829"},
	{Facade: "#E5DCE9", Roof: "#674A78"},
	{Facade: "#D7E1F1", Roof: "#2F5486"},
	{Facade: "#D4E5DE", Roof: "#2A6152"},
}

// warningColor marks in a draft what is missing; the words stand beside.
const warningColor document.Color = "#7A4E00"

var graniteColors = document.HouseColors{Facade: "#D3D8D5", Roof: "#46545B"}

// colors are those of the section at the index of the programme's sections.
func colors(p *model.Programme, index int) document.HouseColors {
	if !isHouse(&p.Sections[index]) {
		return graniteColors
	}
	return housePalette[houseIndex(p, index)%len(housePalette)]
}

// houseIndex counts the houses before the section.
func houseIndex(p *model.Programme, index int) int {
	houses := 0
	for i := range index {
		if isHouse(&p.Sections[i]) {
			houses++
		}
	}
	return houses
}

func isHouse(s *model.Section) bool { return s.Role != model.Foundation && s.Role != model.FollowUp }

func swatch(p *model.Programme, index int) document.Swatch {
	pair := colors(p, index)
	swatch := document.Swatch{Form: document.House, Facade: pair.Facade, Roof: pair.Roof}
	switch p.Sections[index].Role {
	case model.Foundation:
		swatch.Form = document.Granite
	case model.FollowUp:
		swatch.Form = document.Hollow
	}
	return swatch
}

// house is the section as a house of the street. On paper every window is
// lit: the street is a picture and not a state.
func house(s *model.Section) street.Section {
	var lit []bool
	for range s.AllGoals() {
		lit = append(lit, true)
	}
	return street.Section{Written: lit, Complete: true, Outline: len(lit) == 0}
}
