package pdffile

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// bytesPerValue is how many bytes are looked through in the time of a value.
const bytesPerValue = 500

// bytesOf are a stream's bytes as they stand in the file. A length that does not
// lead to its end is not believed.
func (d *document) bytesOf(s *stream) ([]byte, bool) {
	rest := d.data[min(s.start, len(d.data)):]
	if length, is := d.resolve(s.facts["Length"]).(int64); is && length >= 0 && length <= int64(len(rest)) {
		after := bytes.TrimLeft(rest[length:min(int64(len(rest)), length+64)], "\r\n \t")
		if bytes.HasPrefix(after, []byte("endstream")) {
			return rest[:length], true
		}
	}
	end := bytes.Index(rest, []byte("endstream"))
	d.work -= len(rest) / bytesPerValue
	if end < 0 || d.work < 0 {
		return nil, false
	}
	return rest[:end], true
}

// unpack returns a stream's data, at most limit bytes of them.
func (d *document) unpack(s *stream, limit int) ([]byte, error) {
	data, ok := d.bytesOf(s)
	if !ok {
		return nil, ErrDamaged
	}
	filters, isList := d.resolve(s.facts["Filter"]).(list)
	if filter, one := d.resolve(s.facts["Filter"]).(name); one && !isList {
		filters = list{filter}
	}
	parameters, isList := d.resolve(s.facts["DecodeParms"]).(list)
	if !isList {
		parameters = list{s.facts["DecodeParms"]}
	}
	if len(filters) > 4 {
		return nil, ErrDamaged
	}
	for i, filter := range filters {
		if d.resolve(filter) != name("FlateDecode") && d.resolve(filter) != name("Fl") {
			return nil, fmt.Errorf("%w: filter %v", ErrDamaged, filter)
		}
		var err error
		if data, err = d.inflate(data, limit); err != nil {
			return nil, err
		}
		if i < len(parameters) {
			facts, _ := d.resolve(parameters[i]).(dictionary)
			if data, err = d.unpredicted(data, facts); err != nil {
				return nil, err
			}
		}
	}
	if len(data) > limit {
		d.tooLarge = true
		return nil, ErrTooLarge
	}
	return data, nil
}

// inflate unpacks deflated data, within what the whole document may take.
func (d *document) inflate(data []byte, limit int) ([]byte, error) {
	reader, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer reader.Close()
	limit = min(limit, maxUnpacked-d.unpacked)
	out, err := io.ReadAll(io.LimitReader(reader, int64(limit)+1))
	d.unpacked += len(out) // also when it is of no use
	if len(out) > limit {
		d.tooLarge = true
		return nil, ErrTooLarge
	}
	// Some writers leave the checksum out; what lacks data is seen where it is read.
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return out, nil
}

// unpredicted takes a PNG predictor back (7.4.4.4).
func (d *document) unpredicted(data []byte, facts dictionary) ([]byte, error) {
	predictor, _ := d.resolve(facts["Predictor"]).(int64)
	if predictor <= 1 {
		return data, nil
	}
	columns, given := d.resolve(facts["Columns"]).(int64)
	if !given {
		columns = 1
	}
	for _, other := range []name{"Colors", "BitsPerComponent"} {
		if n, is := d.resolve(facts[other]).(int64); is && n != 1 && n != 8 {
			return nil, ErrDamaged
		}
	}
	if predictor < 10 || columns < 1 || columns > 1<<16 {
		return nil, ErrDamaged
	}
	width := int(columns)
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for ; len(data) > width; data = data[width+1:] {
		row := bytes.Clone(data[1 : width+1])
		if !unfilter(data[0], row, above) {
			return nil, ErrDamaged
		}
		out = append(out, row...)
		above = row
	}
	return out, nil
}

// unfilter takes one row's filter back, of one byte to a pixel.
func unfilter(kind byte, row, above []byte) bool {
	for i := range row {
		var left, corner byte
		if i > 0 {
			left, corner = row[i-1], above[i-1]
		}
		switch kind {
		case 0:
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		default:
			return false
		}
	}
	return true
}

// paeth is the predictor of that name (PNG, 9.4).
func paeth(left, above, corner byte) byte {
	estimate := int(left) + int(above) - int(corner)
	distance := func(b byte) int { return max(estimate-int(b), int(b)-estimate) }
	switch {
	case distance(left) <= distance(above) && distance(left) <= distance(corner):
		return left
	case distance(above) <= distance(corner):
		return above
	}
	return corner
}
