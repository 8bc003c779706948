package reports_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/reports"
)

// manyMeasures is the case repeated until it has at least the number of
// measures.
func manyMeasures(b testing.TB, measures int) model.Programme {
	p := vaasa(b)
	sections := p.Sections
	for p.Counts().Measures < measures {
		for _, section := range sections {
			section.ID = model.EntityID(fmt.Sprint(len(p.Sections)))
			p.Sections = append(p.Sections, section)
		}
	}
	return p
}

func BenchmarkProgrammeDocument(b *testing.B) {
	for _, measures := range []int{43, 500, 5000} {
		p := manyMeasures(b, measures)
		b.Run(fmt.Sprint(measures), func(b *testing.B) {
			for b.Loop() {
				result, err := reports.Render(context.Background(), io.Discard, p, options(model.Finnish))
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(result.Pages), "pages")
			}
		})
	}
}
