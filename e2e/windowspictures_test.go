//go:build windowsjourney

package e2e

import (
	"strings"
	"testing"

	"tavoitekartta/app/texts"
	"tavoitekartta/e2e/stage"
)

// TestPagesOnWindowsAreReachedAtEachScale walks through the pages of a council
// member's evening as Windows shows them, at 100 and at 150 %.
func TestPagesOnWindowsAreReachedAtEachScale(t *testing.T) {
	for _, language := range []texts.Language{texts.Finnish, texts.Swedish} {
		t.Run(string(language), func(t *testing.T) {
			l := newLaptop(t, language)
			l.install(*windowsPackages)
			l.open()
			l.AwaitScreen("welcome")
			l.picture("welcome")
			l.introduce(l.said("minutes.minutesKeeper"))
			l.Close()
			l.ask("example", "vaasa-2019-2022")
			for _, scale := range []struct {
				percent int
				suffix  string
			}{{100, ""}, {150, "-150"}} {
				l.windows.Scale(scale.percent)
				l.lookAround(scale.suffix)
			}
		})
	}
}

// lookAround opens the window and goes from page to page.
func (l *laptop) lookAround(suffix string) {
	l.Helper()
	l.open()
	l.AwaitScreen("start")
	l.picture("start" + suffix)
	l.Press("Return")
	l.Await("the programme", func(s stage.State) bool { return s.Screen != "start" })
	for _, page := range []struct{ name, keys, screen string }{
		{"contents", "alt+2", "contents"}, {"approval", "alt+6", "decision"}, {"reports", "alt+9", "reports"},
	} {
		l.Press(page.keys)
		l.Await("the page "+page.screen, func(s stage.State) bool { return strings.HasPrefix(s.Screen, page.screen) })
		l.picture(page.name + suffix)
	}
	l.Close()
}
