package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// perObjectStream is how many objects are packed together. More pack better,
// fewer are found faster by a reader that wants one of them.
const perObjectStream = 200

// place is where an object stands: at an offset of the file, or as the n-th of
// an object stream.
type place struct {
	offset, container int
	index             int
}

// write writes the file: streams as they are, all other objects packed into
// object streams, and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
// A structure tree of a long report is most of its objects; packed, it takes a
// tenth of the room. The bodies are given up as they are written.
func (o *objects) write(catalogue, information ref) []byte {
	var out bytes.Buffer
	total, loose := 0, 0
	for _, body := range o.bodies {
		if isStream(body) {
			total += len(body) + 32
		} else {
			loose += len(body)
		}
	}
	out.Grow(total + loose/6 + 1<<14)
	// Four bytes above 127 say that the file is no text (7.5.2).
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]place, len(o.bodies), len(o.bodies)+len(o.bodies)/perObjectStream+2)
	var packed []int
	last := len(o.bodies) // those added now hold others
	for number := 1; number < last; number++ {
		switch {
		case len(o.bodies[number]) == 0: // not in use any more
		case isStream(o.bodies[number]):
			places[number] = place{offset: out.Len()}
			fmt.Fprintf(&out, "%d 0 obj\n", number)
			out.Write(o.bodies[number])
			out.WriteString("endobj\n")
			o.bodies[number] = nil
		default:
			packed = append(packed, number)
		}
	}
	for len(packed) > 0 {
		chunk := packed[:min(perObjectStream, len(packed))]
		packed = packed[len(chunk):]
		container := o.reserve()
		for i, number := range chunk {
			places[number] = place{container: int(container), index: i}
		}
		places = append(places, place{offset: out.Len()})
		o.packInto(&out, container, chunk)
	}
	start := out.Len()
	table := o.reserve()
	places = append(places, place{offset: start})
	id := sha256.Sum256(out.Bytes())
	references := o.crossReferences(places, fmt.Sprintf("/Root %s /Info %s /ID [<%x> <%x>]", catalogue, information, id[:16], id[:16]))
	fmt.Fprintf(&out, "%d 0 obj\n", table)
	out.Write(references)
	fmt.Fprintf(&out, "endobj\nstartxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// packInto writes an object stream that holds the objects.
func (o *objects) packInto(out *bytes.Buffer, container ref, numbers []int) {
	head, bodies := o.head[:0], o.content[:0]
	for _, number := range numbers {
		head = append(strconv.AppendInt(head, int64(number), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(bodies)), 10), ' ')
		bodies = append(append(bodies, o.bodies[number]...), '\n')
		o.bodies[number] = nil
	}
	o.head, o.content = head, bodies
	packed := o.deflated(head, bodies)
	fmt.Fprintf(out, "%d 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n",
		container, len(numbers), len(head), len(packed))
	out.Write(packed)
	out.WriteString("\nendstream\nendobj\n")
}

// crossReferences is the stream that says where each object stands.
func (o *objects) crossReferences(places []place, trailer string) []byte {
	const wide = 1 + 4 + 2
	rows := make([]byte, 0, wide*len(places))
	for number, p := range places {
		switch {
		case p.container > 0:
			rows = append(rows, 2)
			rows = binary.BigEndian.AppendUint32(rows, uint32(p.container))
			rows = binary.BigEndian.AppendUint16(rows, uint16(p.index))
		case p.offset > 0:
			rows = append(rows, 1)
			rows = binary.BigEndian.AppendUint32(rows, uint32(p.offset))
			rows = append(rows, 0, 0)
		case number == 0:
			rows = append(rows, 0, 0, 0, 0, 0, 0xFF, 0xFF)
		default:
			rows = append(rows, 0, 0, 0, 0, 0, 0, 0)
		}
	}
	data := o.deflated(rows)
	return fmt.Appendf(nil, "<</Type /XRef /Size %d /W [1 4 2] %s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n",
		len(places), trailer, len(data), data)
}

// deflater compresses. One serves many streams: to make one costs more than to
// compress a page.
type deflater struct {
	compressor *zlib.Writer
	packed     bytes.Buffer // what the compressor writes
}

// deflated compresses pieces of data as one. The result stands until the next
// call. Writing to memory does not fail.
func (d *deflater) deflated(pieces ...[]byte) []byte {
	d.packed.Reset()
	if d.compressor == nil {
		d.compressor = zlib.NewWriter(&d.packed)
	} else {
		d.compressor.Reset(&d.packed)
	}
	for _, piece := range pieces {
		_, _ = d.compressor.Write(piece)
	}
	_ = d.compressor.Close()
	return d.packed.Bytes()
}
