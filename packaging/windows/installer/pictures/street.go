package main

import (
	"bytes"
	"fmt"
)

// scene is a drawing in filled shapes alone, sized in pixels at 100 %.
type scene struct {
	width, height int
	shapes        bytes.Buffer
}

// The colours of the look that all houses share.
const (
	white     = "#FFFFFF"
	sky       = "#DBE9EC"
	ground    = "#F4F3EE"
	granite   = "#46545B"
	litWindow = "#E0A526"
)

// house is one house of a street: lengths in pixels at 100 %, the foundation's
// upper edge given by the scene.
type house struct {
	left, width, wall, roof int
	facade, edge            string
	ready                   bool // the roof is filled
	lit                     []bool
}

// sideScene is the tall picture beside the first and the last page.
func sideScene() scene {
	s := scene{width: 191, height: 362}
	s.rectangle(0, 0, 191, 362, sky)
	const foundation = 312
	s.house(house{left: 12, width: 50, wall: 104, roof: 34, facade: "#D7E1F1", edge: "#2F5486", ready: true, lit: []bool{true, true, true, true}}, foundation)
	s.house(house{left: 71, width: 50, wall: 132, roof: 34, facade: "#F4E4BE", edge: "#845A0B", lit: []bool{true, false, true, true, true, true}}, foundation)
	s.house(house{left: 130, width: 50, wall: 78, roof: 34, facade: "#F0DAD0", edge: "#8C3B2A", ready: true, lit: []bool{true, true}}, foundation)
	s.rectangle(0, foundation, 191, 14, granite)
	s.rectangle(0, foundation+14, 191, 36, ground)
	return s
}

// headScene is the small picture at the right of the other pages' heads.
func headScene() scene {
	s := scene{width: 150, height: 57}
	s.rectangle(0, 0, 150, 57, white)
	const foundation = 48
	s.house(house{left: 20, width: 24, wall: 22, roof: 12, facade: "#D3E3E8", edge: "#0E5366", ready: true, lit: []bool{true}}, foundation)
	s.house(house{left: 52, width: 24, wall: 28, roof: 12, facade: "#F4E4BE", edge: "#845A0B", lit: []bool{true}}, foundation)
	s.house(house{left: 84, width: 24, wall: 20, roof: 12, facade: "#F0DAD0", edge: "#8C3B2A", ready: true, lit: []bool{true}}, foundation)
	s.house(house{left: 116, width: 24, wall: 24, roof: 12, facade: "#DDE7D0", edge: "#496829", lit: []bool{false}}, foundation)
	s.rectangle(12, foundation, 136, 4, granite)
	return s
}

// edgeWidth is the thickness of the lines of a house.
const edgeWidth = 2

// house draws a house that stands on the foundation.
func (s *scene) house(h house, foundation int) {
	top := foundation - h.wall
	s.rectangle(h.left, top, h.width, h.wall, h.edge)
	s.rectangle(h.left+edgeWidth, top, h.width-2*edgeWidth, h.wall, h.facade)
	middle := float64(h.left) + float64(h.width)/2
	reach := float64(h.width)/2 + 5
	s.gable(middle, float64(top), reach, float64(h.roof), h.edge)
	if !h.ready {
		s.gable(middle, float64(top)-edgeWidth, reach-6, float64(h.roof)-5, white)
	}
	s.windows(h, foundation)
}

// windows draws the windows two in a row from below, a single one in the middle.
func (s *scene) windows(h house, foundation int) {
	const width, height, gap = 14, 16, 6
	if len(h.lit) == 1 {
		s.window(h.left+(h.width-10)/2, foundation-15, 10, 10, h.edge, h.lit[0])
		return
	}
	left := h.left + (h.width-2*width-gap)/2
	for index, lit := range h.lit {
		s.window(left+index%2*(width+gap), foundation-26-index/2*(height+gap), width, height, h.edge, lit)
	}
}

// window draws one window, in the look's way: frame, light and a mullion cross.
func (s *scene) window(left, top, width, height int, edge string, lit bool) {
	light := white
	if lit {
		light = litWindow
	}
	s.rectangle(left-1, top-1, width+2, height+2, edge)
	s.rectangle(left, top, width, height, light)
	if lit {
		s.rectangle(left+width/2-1, top, 1, height, edge)
		s.rectangle(left, top+height/2-1, width, 1, edge)
	}
}

func (s *scene) rectangle(left, top, width, height int, colour string) {
	fmt.Fprintf(&s.shapes, `<path fill="%s" d="M%d %dh%dv%dh%dz"/>`, colour, left, top, width, height, -width)
}

// gable draws a triangle that stands on its base.
func (s *scene) gable(middle, base, reach, height float64, colour string) {
	fmt.Fprintf(&s.shapes, `<path fill="%s" d="M%g %gL%g %gL%g %gz"/>`,
		colour, middle-reach, base, middle, base-height, middle+reach, base)
}

func (s scene) svg() []byte {
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">%s</svg>`, s.width, s.height, s.shapes.String())
}
