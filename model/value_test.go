package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

func TestAValueReadsBackAsItWasWritten(t *testing.T) {
	for _, n := range []int{0, 1, 23, 24, 255, 256, 65535, 65536} {
		text := strings.Repeat("a", n)
		if got := model.ValueOf(text).Text(); got != text {
			t.Errorf("a text of %d bytes came back with %d", n, len(got))
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Draw(rt, "text")
		if got := model.ValueOf(text).Text(); got != text {
			rt.Fatalf("%q came back as %q", text, got)
		}
	})
	if got := model.ValueOf(7).Text(); got != "" {
		t.Errorf("a number reads as the text %q", got)
	}
}

func FuzzValueText(f *testing.F) {
	f.Add([]byte(model.ValueOf("ä")))
	f.Add([]byte{0x78, 0x05, 'a'})
	f.Fuzz(func(t *testing.T, b []byte) {
		v := model.Value(b)
		if model.TextValue.Check(v) == nil && len(b) > 0 && !model.ValueOf(v.Text()).Equal(v) {
			t.Errorf("%x reads as %q", b, v.Text())
		}
	})
}
