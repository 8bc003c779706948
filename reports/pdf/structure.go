package pdf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	children [][]int // by element
	refs     []ref   // by element; 0 for one that is left out
	headings headings
	// annotations are the objects of links and fields, in the order of
	// marking.annotated, and linked the elements that they stand in.
	annotations []ref
	linked      map[int][]int
	root        ref
}

// build adds the tree's objects and returns the number of its root.
func (s *structure) build() ref {
	s.root = s.reserve()
	s.children = make([][]int, len(s.result.Elements))
	for i, element := range s.result.Elements {
		if element.Parent >= 0 {
			s.children[element.Parent] = append(s.children[element.Parent], i)
		}
	}
	s.refs = make([]ref, len(s.result.Elements))
	s.number(0)
	s.headings = headingsOf(s.result.Elements, s.children)
	s.spans()
	for i := range s.result.Elements {
		if s.refs[i] != 0 {
			s.set(s.refs[i], s.element(i))
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
	kept := len(s.marking.of[element]) > 0 || len(s.linked[element]) > 0 ||
		role == layout.RoleCell || role == layout.RoleHeadCell || element == 0
	reserved := s.reserve()
	s.refs[element] = reserved
	for _, child := range s.children[element] {
		if s.number(child) {
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
		if own.passage == (passage{}) {
			continue
		}
		own.span = s.add(fmt.Sprintf("<</Type /StructElem /S /%s /P %s /Pg %s%s /K [%d]>>",
			roleSpan, s.refs[own.element], s.pages[own.page], own.passage.properties(), own.id))
	}
}

// element is the dictionary of one element.
func (s *structure) element(number int) string {
	e := s.result.Elements[number]
	parent := s.root
	if e.Parent >= 0 {
		parent = s.refs[e.Parent]
	}
	var out strings.Builder
	fmt.Fprintf(&out, "<</Type /StructElem /S /%s /P %s", e.Role, parent)
	page := s.firstPage(number)
	if page >= 0 {
		fmt.Fprintf(&out, " /Pg %s", s.pages[page])
	}
	if e.Language != "" && (e.Parent < 0 || s.result.Elements[e.Parent].Language != e.Language) {
		fmt.Fprintf(&out, " /Lang %s", literal(e.Language))
	}
	if e.Alternative != "" {
		fmt.Fprintf(&out, " /Alt %s", textString(e.Alternative))
	}
	if id, is := s.headings.ids[number]; is {
		fmt.Fprintf(&out, " /ID %s", literal(id))
	}
	out.WriteString(s.attributes(number))
	if kids := s.kids(number, page); kids != "" {
		fmt.Fprintf(&out, " /K [%s]", kids)
	}
	out.WriteString(">>")
	return out.String()
}

// firstPage is the page on which an element's own content begins, -1 for an
// element without.
func (s *structure) firstPage(element int) int {
	if own := s.marking.of[element]; len(own) > 0 {
		return s.marking.sequences[own[0]].page
	}
	return -1
}

// kids are an element's marked content, its links and the elements within: what
// is drawn comes first in an element that has both.
func (s *structure) kids(element, page int) string {
	var kids []string
	for _, i := range s.marking.of[element] {
		own := s.marking.sequences[i]
		switch {
		case own.span != 0:
			kids = append(kids, own.span.String())
		case own.page == page:
			kids = append(kids, fmt.Sprint(own.id))
		default:
			kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %s /MCID %d>>", s.pages[own.page], own.id))
		}
	}
	for _, link := range s.linked[element] {
		kids = append(kids, fmt.Sprintf("<</Type /OBJR /Pg %s /Obj %s>>",
			s.pages[s.marking.annotated[link].page], s.annotations[link]))
	}
	for _, child := range s.children[element] {
		if s.refs[child] != 0 {
			kids = append(kids, s.refs[child].String())
		}
	}
	return strings.Join(kids, " ")
}

// attributes say what a role alone does not (14.8.5): where a figure stands,
// what a heading cell heads and how far a cell reaches.
func (s *structure) attributes(number int) string {
	e := s.result.Elements[number]
	switch e.Role {
	case layout.RoleFigure:
		b, drawn := s.marking.boxes[number]
		if !drawn {
			return ""
		}
		return fmt.Sprintf(" /A <</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", b.left, b.bottom, b.right, b.top)
	case layout.RoleList:
		numbering := "None"
		if e.Numbered {
			numbering = "Decimal"
		}
		return fmt.Sprintf(" /A <</O /List /ListNumbering /%s>>", numbering)
	case layout.RoleHeadCell, layout.RoleCell:
		return s.cellAttributes(number)
	}
	return ""
}

func (s *structure) cellAttributes(number int) string {
	e := s.result.Elements[number]
	var attributes []string
	if e.Role == layout.RoleHeadCell {
		scope := "Column"
		if e.RowHeading {
			scope = "Row"
		}
		attributes = append(attributes, "/Scope /"+scope)
	}
	if e.RowSpan > 1 {
		attributes = append(attributes, fmt.Sprintf("/RowSpan %d", e.RowSpan))
	}
	if e.ColumnSpan > 1 {
		attributes = append(attributes, fmt.Sprintf("/ColSpan %d", e.ColumnSpan))
	}
	if of := s.headings.of[number]; len(of) > 0 {
		names := make([]string, len(of))
		for i, heading := range of {
			names[i] = literal(s.headings.ids[heading])
		}
		attributes = append(attributes, "/Headers ["+strings.Join(names, " ")+"]")
	}
	if len(attributes) == 0 {
		return ""
	}
	return " /A <</O /Table " + strings.Join(attributes, " ") + ">>"
}

// parentTree leads from a page's marked content and from an annotation back to
// the element (14.7.4.4).
func (s *structure) parentTree() (tree ref, next int) {
	var entries []string
	for page, on := range s.marking.on {
		list := make([]string, len(on))
		for i, at := range on {
			own := s.marking.sequences[at]
			list[i] = cmp.Or(own.span, s.refs[own.element]).String()
		}
		entries = append(entries, fmt.Sprintf("%d %s", page, s.add("["+strings.Join(list, " ")+"]")))
	}
	next = len(s.marking.on)
	for element, links := range s.byElement() {
		for _, link := range links {
			entries = append(entries, fmt.Sprintf("%d %s", next+link, s.refs[element]))
		}
	}
	slices.SortFunc(entries, func(a, b string) int { return cmp.Compare(leading(a), leading(b)) })
	return s.add("<</Nums [" + strings.Join(entries, " ") + "]>>"), next + len(s.annotations)
}

// byElement yields the links in the order of their elements.
func (s *structure) byElement() func(yield func(int, []int) bool) {
	return func(yield func(int, []int) bool) {
		for element := range s.result.Elements {
			if links := s.linked[element]; len(links) > 0 && !yield(element, links) {
				return
			}
		}
	}
}

// leading is the number that an entry begins with.
func leading(entry string) int {
	number := 0
	for _, digit := range entry {
		if digit < '0' || digit > '9' {
			break
		}
		number = 10*number + int(digit-'0')
	}
	return number
}

// idTree leads from the names of heading cells to them, 0 without any.
func (s *structure) idTree() ref {
	if len(s.headings.ids) == 0 {
		return 0
	}
	type named struct {
		id      string
		element int
	}
	var list []named
	for element, id := range s.headings.ids {
		list = append(list, named{id, element})
	}
	slices.SortFunc(list, func(a, b named) int { return cmp.Compare(a.id, b.id) })
	entries := make([]string, len(list))
	for i, n := range list {
		entries[i] = literal(n.id) + " " + s.refs[n.element].String()
	}
	return s.add("<</Names [" + strings.Join(entries, " ") + "]>>")
}
