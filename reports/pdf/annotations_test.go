package pdf_test

import (
	"math"

	"tavoitekartta/reports/layout"
)

// annotations checks that each but the hidden ones belongs to an element and says
// what it is, and that each link leads to the page and the height of its anchor.
func (s *soundness) annotations(result *layout.Result) {
	for n, page := range s.pages {
		var links []dict
		for _, v := range s.list(s.dict(page)["Annots"]) {
			facts := s.dict(v)
			if facts["F"] == 2.0 {
				continue
			}
			key, is := facts["StructParent"].(float64)
			if element, own := s.parents[int(key)].(ref); !is || !own || !s.elements[element] {
				s.errorf("the annotation %v belongs to nothing", v)
			}
			said := facts["TU"] // of a field, what is asked
			if facts["Subtype"] == name("Link") {
				said = facts["Contents"]
				links = append(links, facts)
			}
			if words, is := said.(str); !is || words.words() == "" {
				s.errorf("the annotation %v says nothing", v)
			}
		}
		s.links(n, links, result)
	}
}

// links checks where those of a page lead, in the order in which they are drawn.
func (s *soundness) links(page int, links []dict, result *layout.Result) {
	for _, operation := range result.Pages[page].Operations {
		link, is := operation.(layout.Link)
		target, known := result.Targets[link.Anchor]
		if !is || !known || link.Element < 0 {
			continue
		}
		if len(links) == 0 {
			s.errorf("page %d: the link to %q is missing", page+1, link.Anchor)
			return
		}
		place := s.list(links[0]["Dest"])
		links = links[1:]
		if len(place) < 4 || place[0] != s.pages[target.Page-1] {
			s.errorf("page %d: the link to %q leads to %v", page+1, link.Anchor, place)
			return
		}
		if height, is := place[3].(float64); !is || math.Abs(height-target.Upwards()) > 0.1 {
			s.errorf("page %d: the link to %q leads to the height %v, want %.2f", page+1, link.Anchor, place[3], target.Upwards())
		}
	}
	if len(links) > 0 {
		s.errorf("page %d: %d links too many", page+1, len(links))
	}
}
