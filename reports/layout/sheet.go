package layout

import "tavoitekartta/reports/document"

// sheet is the page that blocks are set for: upright, or on its side.
type sheet struct{ wide bool }

func (s sheet) width() float64 {
	if s.wide {
		return PageHeight
	}
	return PageWidth
}

func (s sheet) height() float64 {
	if s.wide {
		return PageWidth
	}
	return PageHeight
}

func (s sheet) textWidth() float64    { return s.width() - 2*marginSide }
func (s sheet) textBottom() float64   { return s.height() - bottomBand }
func (s sheet) textHeight() float64   { return s.textBottom() - textTop }
func (s sheet) footBaseline() float64 { return s.height() - footBand }

// Width is the page's width in points.
func (p *Page) Width() float64 { return sheet{p.Wide}.width() }

// Height is the page's height in points.
func (p *Page) Height() float64 { return sheet{p.Wide}.height() }

// Upwards is how far above its page's lower edge the target lies, in points.
func (t Target) Upwards() float64 { return sheet{t.Wide}.height() - t.Y }

// wideBlocks tells of each block whether its pages lie on their side: all from
// one page break to the next do when a table among them asks for it.
func wideBlocks(blocks []document.Block) []bool {
	wide := make([]bool, len(blocks))
	first := 0
	for i, block := range blocks {
		if _, breaks := block.(document.PageBreak); breaks {
			first = i
		}
		if wide[first] {
			wide[i] = true
		} else if asksWide(block) {
			for n := first; n <= i; n++ {
				wide[n] = true
			}
		}
	}
	return wide
}

func asksWide(block document.Block) bool {
	switch b := block.(type) {
	case document.Table:
		return b.Wide
	case document.Keep:
		for _, inner := range b.Blocks {
			if asksWide(inner) {
				return true
			}
		}
	}
	return false
}
