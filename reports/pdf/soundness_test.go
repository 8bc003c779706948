package pdf_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tavoitekartta/reports/layout"
)

// soundness holds a finished file against what is true of every one.
type soundness struct {
	*reading
	errorf func(format string, arguments ...any)
	pages  []ref
	// said are the words of each stretch of marked content, by page and MCID.
	said []map[int]string
	// leaves are the stretches as the tree names them.
	leaves map[[2]int]int
	// elements counts what the tree leads to.
	elements map[ref]bool
	parents  map[int]any
}

// sound checks a file of laid-out pages.
func sound(file []byte, result *layout.Result, errorf func(string, ...any)) {
	read, err := readFile(file)
	if err != nil {
		errorf("the file cannot be read: %v", err)
		return
	}
	s := &soundness{reading: read, errorf: errorf, leaves: map[[2]int]int{}, elements: map[ref]bool{}, parents: map[int]any{}}
	s.references()
	catalogue := s.dict(s.trailer["Root"])
	s.walkPages(catalogue["Pages"])
	if len(s.pages) != len(result.Pages) {
		errorf("%d pages of %d", len(s.pages), len(result.Pages))
		return
	}
	tree := s.dict(catalogue["StructTreeRoot"])
	s.numbers(tree["ParentTree"])
	for i, page := range s.pages {
		s.content(i, s.dict(page))
	}
	var words strings.Builder
	for _, kid := range s.list(tree["K"]) {
		s.element(kid, catalogue["StructTreeRoot"], &words)
	}
	s.complete()
	s.annotations(result)
	s.text(words.String(), result)
}

// references checks that nothing leads nowhere.
func (s *soundness) references() {
	var walk func(v any, in ref)
	walk = func(v any, in ref) {
		switch found := v.(type) {
		case ref:
			if _, known := s.objects[found]; !known {
				s.errorf("object %d leads to %d, which is not there", in, found)
			}
		case dict:
			for _, inner := range found {
				walk(inner, in)
			}
		case list:
			for _, inner := range found {
				walk(inner, in)
			}
		case stream:
			walk(found.dict, in)
		}
	}
	for number, body := range s.objects {
		walk(body, number)
	}
	walk(s.trailer, 0)
}

func (s *soundness) walkPages(v any) {
	node := s.dict(v)
	if node["Type"] == name("Page") {
		number, _ := v.(ref)
		s.pages = append(s.pages, number)
	}
	for _, kid := range s.list(node["Kids"]) {
		s.walkPages(kid)
	}
}

// numbers reads the parent tree.
func (s *soundness) numbers(v any) {
	list := s.list(s.dict(v)["Nums"])
	for i := 0; i+1 < len(list); i += 2 {
		key, _ := list[i].(float64)
		if _, twice := s.parents[int(key)]; twice {
			s.errorf("the parent tree has %v twice", key)
		}
		s.parents[int(key)] = list[i+1]
	}
}

// content reads what is drawn on a page: all of it within marked content, none
// within another, each letter known to its font.
func (s *soundness) content(page int, facts dict) {
	s.said = append(s.said, map[int]string{})
	fonts := s.dict(s.dict(facts["Resources"])["Font"])
	drawn, _ := s.get(facts["Contents"]).(stream)
	scan := &scanner{data: drawn.data}
	var operands []any
	open, id := false, -1
	actual, replaced := "", false
	font := map[rune]bool{}
	for v := scan.value(); v != nil; v = scan.value() {
		operator, is := v.(word)
		if !is {
			operands = append(operands, v)
			continue
		}
		switch operator {
		case "BDC", "BMC":
			if open {
				s.errorf("page %d: marked content within marked content", page+1)
			}
			open, id, actual, replaced = true, -1, "", false
			if properties, is := operands[len(operands)-1].(dict); is {
				if number, is := properties["MCID"].(float64); is {
					id = int(number)
					if _, twice := s.said[page][id]; twice {
						s.errorf("page %d: the stretch %d twice", page+1, id)
					}
					s.said[page][id] = ""
				}
				var text str
				if text, replaced = properties["ActualText"].(str); replaced {
					actual = text.words()
				}
			}
		case "EMC":
			if !open {
				s.errorf("page %d: an end without a beginning", page+1)
			}
			if id >= 0 && replaced {
				s.said[page][id] = actual
			}
			open = false
		case "Tf":
			called, _ := operands[0].(name)
			font = s.codes(fonts[called])
		case "Tj":
			if !open {
				s.errorf("page %d: a text outside marked content", page+1)
			}
			text, _ := operands[0].(str)
			letters := fromUTF16(string(text))
			for _, r := range letters {
				if !font[r] {
					s.errorf("page %d: %q is no letter of its font", page+1, r)
				}
			}
			if id >= 0 {
				s.said[page][id] += letters
			}
		case "f", "F", "S", "s", "B", "b", "Do", "f*", "B*", "b*":
			if !open {
				s.errorf("page %d: %s outside marked content", page+1, operator)
			}
		}
		operands = operands[:0]
	}
	if open {
		s.errorf("page %d: marked content without end", page+1)
	}
	key, is := facts["StructParents"].(float64)
	if list := s.list(s.parents[int(key)]); !is || len(list) != len(s.said[page]) {
		s.errorf("page %d: %d stretches, %d in the parent tree", page+1, len(s.said[page]), len(list))
	}
}

// codes are the characters that a font's table leads to.
func (s *soundness) codes(v any) map[rune]bool {
	known := map[rune]bool{}
	table, _ := s.get(s.dict(v)["ToUnicode"]).(stream)
	for _, line := range strings.Split(string(table.data), "\n") {
		var first, last, to rune
		if n, _ := fmt.Sscanf(line, "<%04X> <%04X> <%04X>", &first, &last, &to); n == 3 {
			if first != to {
				s.errorf("the code %X stands for %X", first, to)
			}
			for r := first; r <= last; r++ {
				known[r] = true
			}
		}
	}
	return known
}

// element walks the structure tree and gathers what it says.
func (s *soundness) element(v, above any, words *strings.Builder) {
	number, is := v.(ref)
	facts := s.dict(v)
	if !is || facts == nil || facts["P"] != above || s.elements[number] {
		s.errorf("%v is no element below %v", v, above)
		return
	}
	s.elements[number] = true
	if facts["S"] == name("Table") {
		s.table(number)
	}
	for _, kid := range s.list(facts["K"]) {
		page := facts["Pg"]
		id := kid
		inner := s.dict(kid)
		if inner["Type"] == name("MCR") {
			page, id = inner["Pg"], inner["MCID"]
		}
		switch {
		case inner["Type"] == name("OBJR"):
			s.leads(inner["Obj"], number)
		case inner["Type"] == name("StructElem"):
			s.element(kid, v, words)
		default:
			at, own := id.(float64)
			on, _ := page.(ref)
			index := slices.Index(s.pages, on)
			if !own || index < 0 {
				s.errorf("element %d holds %v", number, kid)
				return
			}
			s.leaves[[2]int{index, int(at)}]++
			key, _ := s.dict(on)["StructParents"].(float64)
			if list := s.list(s.parents[int(key)]); int(at) >= len(list) || list[int(at)] != v {
				s.errorf("page %d: the stretch %v of element %d has another parent", index+1, at, number)
			}
			words.WriteString(s.said[index][int(at)])
		}
	}
}

// leads checks that an annotation leads back to its element.
func (s *soundness) leads(v any, element ref) {
	key, is := s.dict(v)["StructParent"].(float64)
	if !is || s.parents[int(key)] != element {
		s.errorf("the annotation %v of element %d has another parent", v, element)
	}
}

// complete checks that the tree leads to all stretches and all elements, each once.
func (s *soundness) complete() {
	for page, said := range s.said {
		for id := range said {
			if s.leaves[[2]int{page, id}] != 1 {
				s.errorf("page %d: the stretch %d stands %d times in the tree", page+1, id, s.leaves[[2]int{page, id}])
			}
		}
	}
	for number, body := range s.objects {
		if facts, is := body.(dict); is && facts["Type"] == name("StructElem") && !s.elements[number] {
			s.errorf("element %d is not in the tree", number)
		}
	}
}

// text checks that what is copied or read out is the text of the document, apart
// from spaces at which lines and cells end.
func (s *soundness) text(got string, result *layout.Result) {
	order := make([]strings.Builder, len(result.Elements))
	for _, page := range result.Pages {
		for _, operation := range page.Operations {
			if text, is := operation.(layout.Text); is && text.Element >= 0 {
				order[text.Element].WriteString(text.Source)
			}
		}
	}
	var want strings.Builder
	children := make([][]int, len(result.Elements))
	for n, element := range result.Elements {
		if element.Parent >= 0 {
			children[element.Parent] = append(children[element.Parent], n)
		}
	}
	var walk func(element int)
	walk = func(element int) {
		want.WriteString(order[element].String())
		for _, child := range children[element] {
			walk(child)
		}
	}
	walk(0)
	a, b := written(got), written(want.String())
	if partedFigure(result) { // whose texts stand beside each other on each of its pages
		a, b = sorted(a), sorted(b)
	}
	if a != b {
		at := 0
		for at < min(len(a), len(b)) && a[at] == b[at] {
			at++
		}
		from := max(0, at-30)
		s.errorf("what is read differs:\n got …%.80q\nwant …%.80q", a[from:], b[from:])
	}
}

// written are the letters and marks of a text: without spaces, hyphens and what
// only steers others.
func written(text string) string {
	return strings.Map(func(r rune) rune {
		const joiner = 0x34F // which the normal form sets between very many marks
		switch {
		case unicode.IsSpace(r), r == '-', r == joiner, unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector):
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// partedFigure tells whether a figure's texts stand on several pages.
func partedFigure(result *layout.Result) bool {
	first := map[int]int{}
	for n, page := range result.Pages {
		for _, operation := range page.Operations {
			text, is := operation.(layout.Text)
			if !is || text.Element < 0 || result.Elements[text.Element].Role != layout.RoleFigure {
				continue
			}
			if before, known := first[text.Element]; known && before != n {
				return true
			}
			first[text.Element] = n
		}
	}
	return false
}

func sorted(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}
