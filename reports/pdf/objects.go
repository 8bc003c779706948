package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// ErrUnexpectedFile is returned when the PDF writer's output is not built as
// this package knows it.
var ErrUnexpectedFile = errors.New("unexpected structure of the pdf")

// ref is the number of an indirect object; 0 stands for none.
type ref int

// String writes the reference as it stands in a dictionary.
func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// appendTo writes the reference behind what is written already.
func (r ref) appendTo(out []byte) []byte {
	return append(strconv.AppendInt(out, int64(r), 10), " 0 R"...)
}

// objects are the indirect objects of a file by their numbers. Each is what
// stands between "obj" and "endobj".
type objects struct {
	bodies [][]byte // the first is not used
	*deflater
	// head and content of the object stream that is being packed.
	head, content []byte
	// shelf is room for bodies that are kept one after another.
	shelf []byte
}

// shelfSize is how much room is made at once for small bodies: a long report has
// a hundred thousand of them.
const shelfSize = 1 << 16

// kept copies a body to where it stays; its source may be written over.
func (o *objects) kept(body []byte) []byte {
	if len(body) > shelfSize/4 {
		return bytes.Clone(body)
	}
	if len(o.shelf)+len(body) > cap(o.shelf) {
		o.shelf = make([]byte, 0, shelfSize)
	}
	begin := len(o.shelf)
	o.shelf = append(o.shelf, body...)
	return o.shelf[begin:len(o.shelf):len(o.shelf)]
}

// isStream tells whether an object is a stream with its dictionary.
func isStream(body []byte) bool { return bytes.HasSuffix(body, []byte("endstream\n")) }

// add appends an object and returns its number.
func (o *objects) add(body string) ref { return o.addBytes([]byte(body)) }

func (o *objects) addBytes(body []byte) ref {
	o.bodies = append(o.bodies, body)
	return ref(len(o.bodies) - 1)
}

// reserve appends an empty object, to be set when what it tells is known.
func (o *objects) reserve() ref { return o.addBytes(nil) }

func (o *objects) set(number ref, body string) { o.bodies[number] = []byte(body) }

// addStream appends a stream. Its dictionary is given without brackets and
// without the length; the data are copied.
func (o *objects) addStream(dictionary string, data []byte) ref {
	return o.addBytes(stream(dictionary, data))
}

func stream(dictionary string, data []byte) []byte {
	body := make([]byte, 0, len(data)+len(dictionary)+len("<< /Length 1234567890>>\nstream\n\nendstream\n"))
	body = append(append(body, "<<"...), dictionary...)
	body = strconv.AppendInt(append(body, " /Length "...), int64(len(data)), 10)
	body = append(append(body, ">>\nstream\n"...), data...)
	return append(body, "\nendstream\n"...)
}

// readObjects takes the writer's file apart by its cross-reference table.
func readObjects(file []byte) (*objects, error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("find cross-reference table: %w", ErrUnexpectedFile)
	}
	digits, _, _ := bytes.Cut(file[at+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(digits))
	if err != nil || table < 0 || table > at || !bytes.HasPrefix(file[table:], []byte("xref\n0 ")) {
		return nil, fmt.Errorf("read cross-reference table: %w", ErrUnexpectedFile)
	}
	lines := bytes.Split(file[table:at], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || count < 1 || count > len(lines)-2 {
		return nil, fmt.Errorf("count objects: %w", ErrUnexpectedFile)
	}
	offsets := make([]int, count)
	for number := 1; number < count; number++ {
		row := lines[2+number]
		offset, err := strconv.Atoi(string(bytes.TrimLeft(row[:min(10, len(row))], "0")))
		if err != nil || offset < 0 || offset >= table {
			return nil, fmt.Errorf("place of object %d: %w", number, ErrUnexpectedFile)
		}
		offsets[number] = offset
	}
	sorted := append(slices.Sorted(slices.Values(offsets[1:])), table)
	found := &objects{bodies: make([][]byte, count)}
	for number := 1; number < count; number++ {
		position, _ := slices.BinarySearch(sorted, offsets[number])
		body := file[offsets[number]:sorted[position+1]]
		head := fmt.Appendf(nil, "%d 0 obj\n", number)
		if !bytes.HasPrefix(body, head) || !bytes.HasSuffix(body, []byte("endobj\n")) {
			return nil, fmt.Errorf("read object %d: %w", number, ErrUnexpectedFile)
		}
		found.bodies[number] = body[len(head) : len(body)-len("endobj\n")]
	}
	return found, nil
}

// extend adds entries to the end of a dictionary.
func (o *objects) extend(number ref, entries string) error {
	body := o.bodies[number]
	end := bytes.LastIndex(body, []byte(">>"))
	if end < 0 || isStream(body) {
		return fmt.Errorf("extend object %d: %w", number, ErrUnexpectedFile)
	}
	o.bodies[number] = slices.Concat(body[:end], []byte("\n"), []byte(entries), body[end:])
	return nil
}

// find returns the numbers of the dictionaries with the entry.
func (o *objects) find(entry string) []ref {
	var found []ref
	for number, body := range o.bodies {
		if len(body) > 0 && !isStream(body) && bytes.Contains(body, []byte(entry)) {
			found = append(found, ref(number))
		}
	}
	return found
}

// follow returns the number to which an entry of a dictionary refers.
func (o *objects) follow(number ref, entry string) (ref, error) {
	_, after, found := bytes.Cut(o.bodies[number], []byte(entry+" "))
	digits, _, ends := bytes.Cut(bytes.TrimLeft(after, "["), []byte(" 0 R"))
	target, err := strconv.Atoi(string(digits))
	if !found || !ends || err != nil || target <= 0 || target >= len(o.bodies) {
		return 0, fmt.Errorf("follow %s of object %d: %w", entry, number, ErrUnexpectedFile)
	}
	return ref(target), nil
}

// fill puts the contents of the pages in their places, and deflates those that
// stand in the document.
func (o *objects) fill(pages []ref, contents [][]byte) error {
	for i, page := range pages {
		target, err := o.follow(page, "/Contents")
		if err != nil {
			return err
		}
		packed := contents[i]
		if packed == nil {
			body := o.bodies[target]
			_, data, found := bytes.Cut(body, []byte("stream\n"))
			if !found || !isStream(body) {
				return fmt.Errorf("compress object %d: %w", target, ErrUnexpectedFile)
			}
			packed = o.deflated(bytes.TrimSuffix(data, []byte("\nendstream\n")))
		}
		o.bodies[target] = stream("/Filter /FlateDecode", packed)
		contents[i] = nil
	}
	return nil
}
