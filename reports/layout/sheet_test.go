package layout

import (
	"slices"
	"testing"

	"tavoitekartta/reports/document"
)

func TestAWideTableTurnsAllBetweenTwoPageBreaks(t *testing.T) {
	wide, plain, ends := document.Table{Wide: true}, document.Paragraph{}, document.PageBreak{}
	inside := document.Keep{Blocks: []document.Block{plain, wide}}
	blocks := []document.Block{plain, ends, plain, inside, plain, ends, plain, ends, wide}
	want := []bool{false, true, true, true, true, false, false, true, true}
	if got := wideBlocks(blocks); !slices.Equal(got, want) {
		t.Errorf("turned %v, want %v", got, want)
	}
}
