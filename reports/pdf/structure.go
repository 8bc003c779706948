package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"tavoitekartta/reports/layout"
)

// structure writes the tree of elements (ISO 32000-1, 14.7). Elements that came
// to hold nothing are left out, but for the cells of tables: a row without one
// of them would no longer be regular.
type structure struct {
	*objects
	result   *layout.Result
	marking  *marking
	pages    []ref
	children groups // by element: those within
	own      groups // by element: its marked content
	linked   groups // by element: links and fields in it
	refs     []ref  // by element; 0 for one that is left out
	headings headings
	// annotations are the objects of links and fields, in the order of
	// marking.annotated.
	annotations []ref
	root        ref
	// scratch is what is written before its length is known.
	scratch []byte
}

// build adds the tree's objects and returns the number of its root.
func (s *structure) build() ref {
	elements := s.result.Elements
	s.root = s.reserve()
	s.children = grouped(len(elements), len(elements), func(i int) int { return elements[i].Parent })
	s.own = grouped(len(elements), len(s.marking.sequences), func(i int) int { return int(s.marking.sequences[i].element) })
	s.linked = grouped(len(elements), len(s.marking.annotated), func(i int) int { return s.marking.annotated[i].element() })
	s.refs = make([]ref, len(elements))
	s.bodies = slices.Grow(s.bodies, len(elements)+len(s.pages))
	s.number(0)
	s.headings = headingsOf(elements, s.children)
	s.spans()
	for i := range elements {
		if s.refs[i] != 0 {
			s.scratch = s.element(s.scratch[:0], i)
			s.bodies[s.refs[i]] = s.kept(s.scratch)
		}
	}
	parents, next := s.parentTree()
	body := fmt.Sprintf("<</Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d", s.refs[0], parents, next)
	if ids := s.idTree(); ids != 0 {
		body += fmt.Sprintf(" /IDTree %s", ids)
	}
	s.set(s.root, body+">>")
	return s.root
}

// number gives an element and what it holds their objects; it tells whether
// there is anything in it.
func (s *structure) number(element int) bool {
	role := s.result.Elements[element].Role
	kept := len(s.own.of(element)) > 0 || len(s.linked.of(element)) > 0 ||
		role == layout.RoleCell || role == layout.RoleHeadCell || element == 0
	reserved := s.reserve()
	s.refs[element] = reserved
	for _, child := range s.children.of(element) {
		if s.number(int(child)) {
			kept = true
		}
	}
	if !kept {
		s.refs[element] = 0
	}
	return kept
}

// spans gives each passage that says something of itself an element.
func (s *structure) spans() {
	for i := range s.marking.sequences {
		own := &s.marking.sequences[i]
		if own.passage == nil {
			continue
		}
		out := append(s.scratch[:0], "<</Type /StructElem /S /"+roleSpan+" /P "...)
		out = s.refs[own.element].appendTo(out)
		out = s.pages[own.page].appendTo(append(out, " /Pg "...))
		out = append(out, own.passage.properties()...)
		out = strconv.AppendInt(append(out, " /K ["...), int64(own.id), 10)
		s.scratch = append(out, "]>>"...)
		own.span = s.addBytes(s.kept(s.scratch))
	}
}

// element writes the dictionary of one element.
func (s *structure) element(out []byte, number int) []byte {
	e := &s.result.Elements[number]
	parent := s.root
	if e.Parent >= 0 {
		parent = s.refs[e.Parent]
	}
	out = append(out, "<</Type /StructElem /S /"...)
	out = append(out, e.Role...)
	out = parent.appendTo(append(out, " /P "...))
	page := s.firstPage(number)
	if page >= 0 {
		out = s.pages[page].appendTo(append(out, " /Pg "...))
	}
	if e.Language != "" && (e.Parent < 0 || s.result.Elements[e.Parent].Language != e.Language) {
		out = append(append(out, " /Lang "...), literal(e.Language)...)
	}
	if e.Alternative != "" {
		out = append(append(out, " /Alt "...), textString(e.Alternative)...)
	}
	if s.headings.is[number] {
		out = s.headings.appendName(append(out, " /ID "...), number)
	}
	out = s.attributes(out, number)
	out = s.kids(out, number, page)
	return append(out, ">>"...)
}

// firstPage is the page on which an element's own content begins, -1 for an
// element without.
func (s *structure) firstPage(element int) int {
	if own := s.own.of(element); len(own) > 0 {
		return int(s.marking.sequences[own[0]].page)
	}
	return -1
}

// kids writes an element's marked content, its links and the elements within:
// what is drawn comes first in an element that has both.
func (s *structure) kids(out []byte, element, page int) []byte {
	begin := len(out)
	next := func() {
		if len(out) == begin {
			out = append(out, " /K ["...)
		} else {
			out = append(out, ' ')
		}
	}
	for _, i := range s.own.of(element) {
		own := &s.marking.sequences[i]
		next()
		switch {
		case own.span != 0:
			out = own.span.appendTo(out)
		case int(own.page) == page:
			out = strconv.AppendInt(out, int64(own.id), 10)
		default:
			out = s.pages[own.page].appendTo(append(out, "<</Type /MCR /Pg "...))
			out = strconv.AppendInt(append(out, " /MCID "...), int64(own.id), 10)
			out = append(out, ">>"...)
		}
	}
	for _, link := range s.linked.of(element) {
		next()
		out = s.pages[s.marking.annotated[link].page].appendTo(append(out, "<</Type /OBJR /Pg "...))
		out = s.annotations[link].appendTo(append(out, " /Obj "...))
		out = append(out, ">>"...)
	}
	for _, child := range s.children.of(element) {
		if s.refs[child] != 0 {
			next()
			out = s.refs[child].appendTo(out)
		}
	}
	if len(out) > begin {
		out = append(out, ']')
	}
	return out
}

// attributes say what a role alone does not (14.8.5): where a figure stands,
// what a heading cell heads and how far a cell reaches.
func (s *structure) attributes(out []byte, number int) []byte {
	e := &s.result.Elements[number]
	switch e.Role {
	case layout.RoleFigure:
		b, drawn := s.marking.boxes[number]
		if !drawn {
			return out
		}
		return fmt.Appendf(out, " /A <</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", b.left, b.bottom, b.right, b.top)
	case layout.RoleList:
		numbering := "None"
		if e.Numbered {
			numbering = "Decimal"
		}
		return fmt.Appendf(out, " /A <</O /List /ListNumbering /%s>>", numbering)
	case layout.RoleHeadCell, layout.RoleCell:
		return s.cellAttributes(out, number)
	}
	return out
}

func (s *structure) cellAttributes(out []byte, number int) []byte {
	e := &s.result.Elements[number]
	begin := len(out)
	out = append(out, " /A <</O /Table"...)
	said := len(out)
	switch {
	case e.Role == layout.RoleHeadCell && e.RowHeading:
		out = append(out, " /Scope /Row"...)
	case e.Role == layout.RoleHeadCell:
		out = append(out, " /Scope /Column"...)
	}
	if e.RowSpan > 1 {
		out = strconv.AppendInt(append(out, " /RowSpan "...), int64(e.RowSpan), 10)
	}
	if e.ColumnSpan > 1 {
		out = strconv.AppendInt(append(out, " /ColSpan "...), int64(e.ColumnSpan), 10)
	}
	for i, heading := range s.headings.of[number] {
		if i == 0 {
			out = append(out, " /Headers ["...)
		} else {
			out = append(out, ' ')
		}
		out = s.headings.appendName(out, int(heading))
	}
	if len(s.headings.of[number]) > 0 {
		out = append(out, ']')
	}
	if len(out) == said {
		return out[:begin]
	}
	return append(out, ">>"...)
}

// parentTree leads from a page's marked content and from an annotation back to
// the element (14.7.4.4).
func (s *structure) parentTree() (tree ref, next int) {
	nums := []byte("<</Nums [")
	for page := range s.pages {
		out := append(s.scratch[:0], '[')
		for i, own := range s.marking.on(page) {
			if i > 0 {
				out = append(out, ' ')
			}
			out = cmp.Or(own.span, s.refs[own.element]).appendTo(out)
		}
		s.scratch = append(out, ']')
		nums = append(strconv.AppendInt(nums, int64(page), 10), ' ')
		nums = append(s.addBytes(s.kept(s.scratch)).appendTo(nums), ' ')
	}
	next = len(s.pages)
	for link, a := range s.marking.annotated {
		nums = append(strconv.AppendInt(nums, int64(next+link), 10), ' ')
		nums = append(s.refs[a.element()].appendTo(nums), ' ')
	}
	return s.addBytes(append(bytes.TrimSuffix(nums, []byte(" ")), "]>>"...)), next + len(s.annotations)
}

// idTree leads from the names of heading cells to them, 0 without any.
func (s *structure) idTree() ref {
	type named struct {
		name    string
		element int
	}
	var list []named
	for element, is := range s.headings.is {
		if is && s.refs[element] != 0 {
			list = append(list, named{string(s.headings.appendName(nil, element)), element})
		}
	}
	if len(list) == 0 {
		return 0
	}
	slices.SortFunc(list, func(a, b named) int { return cmp.Compare(a.name, b.name) })
	out := []byte("<</Names [")
	for i, n := range list {
		if i > 0 {
			out = append(out, ' ')
		}
		out = s.refs[n.element].appendTo(append(append(out, n.name...), ' '))
	}
	return s.addBytes(append(out, "]>>"...))
}
