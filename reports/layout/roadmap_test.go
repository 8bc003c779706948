package layout_test

import (
	"fmt"
	"testing"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// A road that goes over pages is one figure that says what it shows, drawn on each
// of them; the texts beside it are a list and none of the figure's.
func TestTheRoadIsAFigureBesideTheListOfItsTexts(t *testing.T) {
	const says = "Tie kyltteineen"
	road := document.Roadmap{Alternative: says}
	for year := range 8 {
		stop := document.Stop{Label: fmt.Sprint(2019 + year)}
		for range 20 {
			stop.Items = append(stop.Items, document.StopItem{Text: document.Plain("Digiystävätoiminta")})
		}
		road.Stops = append(road.Stops, stop)
	}
	doc := documentOf(road)
	result := lay(t, faces(t), doc)
	check(t, doc, result)
	if len(result.Pages) < 2 {
		t.Fatal("the road has one page")
	}
	for _, page := range result.Pages {
		drawn := 0
		for _, operation := range page.Operations {
			element := operation.Marking().Element
			if element < 0 || result.Elements[element].Role != layout.RoleFigure {
				continue
			}
			if _, is := operation.(layout.Text); is || result.Elements[element].Alternative != says {
				t.Errorf("page %d: %#v is read as the figure %q", page.Number, operation, result.Elements[element].Alternative)
			}
			drawn++
		}
		if drawn == 0 {
			t.Errorf("page %d has nothing of the road", page.Number)
		}
	}
}
