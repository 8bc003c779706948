package layout_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// sheetOf is a sheet of a form with a number of questions.
func sheetOf(name string, questions int) []document.Block {
	group := document.FormGroup{Title: document.Plain("Tavoite"), Continued: "jatkuu"}
	for range questions {
		group.Blocks = append(group.Blocks, document.Keep{Blocks: []document.Block{
			document.Heading{Level: 3, Text: document.Plain("Toimenpide")},
			document.FormRow{Fields: []document.FormField{
				{Kind: document.ChoiceField, Label: document.Plain("Tila"), Hint: "käynnissä · valmis"},
				{Label: document.Plain("Mitä on tehty"), Lines: 3, Grows: true, Share: 2},
			}},
		}})
	}
	return []document.Block{document.PageBreak{Begins: name}, document.Heading{Level: 1, Text: document.Plain(name)}, group}
}

// anyGroup is a group of a form, with fields that grow.
func anyGroup(t *rapid.T) document.Block {
	group := document.FormGroup{Title: document.Plain(words(t, "title", 20)), Continued: "jatkuu"}
	for range rapid.IntRange(1, 4).Draw(t, "questions") {
		group.Blocks = append(group.Blocks, document.Keep{Blocks: []document.Block{
			document.Heading{Level: 3, Text: document.Plain(words(t, "heading", 9))},
			document.FormRow{Fields: []document.FormField{{Label: document.Plain(words(t, "label", 9)), Lines: 3, Grows: true}}},
		}})
	}
	return group
}

func part(p document.Part) document.Document {
	return document.Document{Language: "fi", Title: "Lomake", Parts: []document.Part{p}}
}

func widgets(page layout.Page) []layout.Widget {
	var found []layout.Widget
	for _, operation := range page.Operations {
		if widget, is := operation.(layout.Widget); is {
			found = append(found, widget)
		}
	}
	return found
}

// furniture are the words of a page that are no content.
func furniture(page layout.Page) map[string]bool {
	words := map[string]bool{}
	for _, operation := range page.Operations {
		if text, is := operation.(layout.Text); is && text.Element < 0 {
			words[text.String] = true
		}
	}
	return words
}

func TestEachSheetOfAFormCountsItsPagesAndNamesItself(t *testing.T) {
	laid := lay(t, faces(t), part(document.Part{
		Language: "fi", Head: document.Head{Left: "Kunta", Right: "Ohjelma"}, Foot: document.Foot{PageWord: "sivu"},
		Blocks: append(sheetOf("Kirjasto", 8), sheetOf("Koulu", 1)...),
	}))
	if len(laid.Pages) != 3 {
		t.Fatalf("%d pages", len(laid.Pages))
	}
	for i, want := range []struct{ number, name string }{{"1/2", "Kirjasto"}, {"2/2", "Kirjasto"}, {"1/1", "Koulu"}} {
		words := furniture(laid.Pages[i])
		if !words[want.number] || !words[want.name] || words["Ohjelma"] {
			t.Errorf("page %d: %v, want %v", i+1, words, want)
		}
	}
	if !furniture(laid.Pages[1])[" (jatkuu)"] {
		t.Error("the group's bar does not stand on its second page")
	}
}

func TestFieldsGrowIntoTheRoomOfTheirPageAndNoFurther(t *testing.T) {
	for questions := 1; questions <= 12; questions++ {
		laid := lay(t, faces(t), part(document.Part{Language: "fi", Blocks: sheetOf("Kirjasto", questions)}))
		for i, page := range laid.Pages {
			fields := widgets(page)
			for _, field := range fields {
				if field.Y+field.Height > layout.PageHeight-65 {
					t.Errorf("%d questions, page %d: a field ends at %.1f", questions, i+1, field.Y+field.Height)
				}
			}
			// The last page may have more room than fields should take.
			if last := fields[len(fields)-1]; questions > 4 && i < len(laid.Pages)-1 && last.Y+last.Height < layout.PageHeight-75 {
				t.Errorf("%d questions: page %d ends at %.1f", questions, i+1, last.Y+last.Height)
			}
			for n := 3; n < len(fields); n += 2 {
				if fields[n].Height != fields[1].Height {
					t.Errorf("%d questions, page %d: fields of %.1f and %.1f", questions, i+1, fields[1].Height, fields[n].Height)
				}
			}
		}
	}
}

// TestTheBarOfAGroupIsNeverAloneOnAPage, however high its first question is and
// however much stands above it.
func TestTheBarOfAGroupIsNeverAloneOnAPage(t *testing.T) {
	set := faces(t)
	for _, words := range []int{10, 250, 330, 420, 500, 560, 700} {
		label := document.Plain(strings.Repeat("yksikkö ", words))
		for above := 0; above < 48; above += 3 {
			var blocks []document.Block
			for range above {
				blocks = append(blocks, document.Paragraph{Text: document.Plain("Rivi"), Style: document.Small})
			}
			for _, title := range []document.Text{document.Plain("Toimenpide"), document.Plain(strings.Repeat("Pitkä toimenpide ", 60))} {
				group := document.FormGroup{Title: document.Plain("Tavoite"), Continued: "jatkuu", Blocks: []document.Block{
					document.Keep{Blocks: []document.Block{
						document.Heading{Level: 3, Text: title},
						document.FormRow{Fields: []document.FormField{{Label: label, Lines: 3, Grows: true}}},
					}},
				}}
				doc := part(document.Part{Language: "fi", Blocks: append(blocks[:len(blocks):len(blocks)], group)})
				laid := lay(t, set, doc)
				check(t, doc, laid)
				if ends := lastRole(laid, "Tavoite"); ends != layout.RoleParagraph {
					t.Errorf("%d words, %d lines above: the bar's page ends with %s", words, above, ends)
				}
			}
		}
	}
}

// lastRole is the role of what ends the page on which a text stands.
func lastRole(laid *layout.Result, text string) layout.Role {
	for _, page := range laid.Pages {
		role, found := layout.Role(""), false
		for _, operation := range page.Operations {
			drawn, is := operation.(layout.Text)
			found = found || is && drawn.Element >= 0 && drawn.String == text
			if is && drawn.Element >= 0 {
				role = laid.Elements[drawn.Element].Role
			}
		}
		if found {
			return role
		}
	}
	return ""
}
