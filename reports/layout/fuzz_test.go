package layout_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"tavoitekartta/reports/anydocument"
	"tavoitekartta/reports/layout"
)

// FuzzDocument lays out trees of any blocks and any texts.
func FuzzDocument(f *testing.F) {
	for kind := range byte(26) {
		for _, more := range []string{"", "\x07\x05\x02abcdefghijklmnop", "\x03\x03\x27\x01\x02\x03\x03\x27", "\x04\xff\xff\x04\x01\xff\x04\x02\x80"} {
			f.Add(append([]byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, kind}, more...))
		}
	}
	for n := range uint64(60) {
		f.Add(anyBytes(n))
	}
	set := faces(f)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		doc := anydocument.Grow(bytes)
		result, err := layout.Document(context.Background(), doc, set)
		if err != nil {
			t.Fatal(err)
		}
		check(t, doc, result)
	})
}

// anyBytes are as many bytes as make a document of some pages, other ones for
// each number.
func anyBytes(number uint64) []byte {
	random := rand.New(rand.NewPCG(number, 1))
	bytes := make([]byte, 20+random.IntN(400))
	for i := range bytes {
		bytes[i] = byte(random.Uint32())
	}
	return bytes
}
