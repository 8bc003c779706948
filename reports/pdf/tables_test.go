package pdf_test

// table checks that the rows of a table have as many cells as each other, where a
// cell that reaches over several counts in each (ISO 14289-1, 7.5).
func (s *soundness) table(number ref) {
	span := func(cell any, over name) int {
		count, given := s.dict(s.dict(cell)["A"])[over].(float64)
		if !given {
			return 1
		}
		return int(count)
	}
	columns := 0
	var above []int // by column: rows that a cell still reaches over
	for n, row := range s.list(s.dict(number)["K"]) {
		at := 0
		for _, cell := range s.list(s.dict(row)["K"]) {
			for at < len(above) && above[at] > 0 {
				at++
			}
			for range span(cell, "ColSpan") {
				if at == len(above) {
					above = append(above, 0)
				}
				above[at] = span(cell, "RowSpan")
				at++
			}
		}
		filled := 0
		for i := range above {
			if above[i] > 0 {
				filled++
			}
			above[i]--
		}
		if n == 0 {
			columns = filled
		}
		if filled != columns {
			s.errorf("table %d: row %d has %d cells of %d", number, n+1, filled, columns)
		}
	}
}
