package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
)

// The primaries of sRGB adapted to the white point D50 (IEC 61966-2-1, with the
// Bradford adaptation), as X, Y, Z.
var (
	whiteD50 = [3]float64{0.9642, 1, 0.8249}
	redD50   = [3]float64{0.4360747, 0.2225045, 0.0139322}
	greenD50 = [3]float64{0.3850649, 0.7168786, 0.0971045}
	blueD50  = [3]float64{0.1430804, 0.0606169, 0.7141733}
)

// curveStep is the last entry of the curve's table.
const curveStep = 1023

// colourProfile is an ICC profile of sRGB, version 2.1: the output intent that
// PDF/A asks for, so that a screen in thirty years shows the same colours.
func colourProfile() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", iccText("In the public domain")},
		{"wtpt", iccPlace(whiteD50)},
		{"rXYZ", iccPlace(redD50)},
		{"gXYZ", iccPlace(greenD50)},
		{"bXYZ", iccPlace(blueD50)},
		{"rTRC", iccCurve()},
		{"gTRC", nil}, // the same curve
		{"bTRC", nil},
	}
	const header, entry = 128, 12
	offset := header + 4 + entry*len(tags)
	var table, data bytes.Buffer
	writeBig(&table, uint32(len(tags)))
	var at, size uint32
	for _, tag := range tags {
		if tag.data != nil {
			at, size = uint32(offset+data.Len()), uint32(len(tag.data))
			data.Write(tag.data)
			data.Write(make([]byte, -len(tag.data)&3))
		}
		table.WriteString(tag.name)
		writeBig(&table, at, size)
	}
	var out bytes.Buffer
	writeBig(&out, uint32(offset+data.Len()), 0, 0x02100000)
	out.WriteString("mntrRGB XYZ ")
	out.Write([]byte{0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}) // 2026-01-01, fixed so that bytes repeat
	out.WriteString("acsp")
	out.Write(make([]byte, 28))
	out.Write(iccNumbers(whiteD50))
	out.Write(make([]byte, header-out.Len()))
	out.Write(table.Bytes())
	out.Write(data.Bytes())
	return out.Bytes()
}

func writeBig(out *bytes.Buffer, values ...uint32) {
	for _, value := range values {
		_ = binary.Write(out, binary.BigEndian, value)
	}
}

// iccNumbers writes numbers with sixteen binary places.
func iccNumbers(values [3]float64) []byte {
	var out bytes.Buffer
	for _, value := range values {
		writeBig(&out, uint32(math.Round(value*65536)))
	}
	return out.Bytes()
}

func iccPlace(values [3]float64) []byte {
	return append([]byte("XYZ \x00\x00\x00\x00"), iccNumbers(values)...)
}

func iccText(text string) []byte { return []byte("text\x00\x00\x00\x00" + text + "\x00") }

func iccDescription(text string) []byte {
	var out bytes.Buffer
	out.WriteString("desc\x00\x00\x00\x00")
	writeBig(&out, uint32(len(text)+1))
	out.WriteString(text)
	// No Unicode and no Macintosh form of the name.
	out.Write(make([]byte, 1+4+4+2+1+67))
	return out.Bytes()
}

// iccCurve is sRGB's transfer function as a table.
func iccCurve() []byte {
	var out bytes.Buffer
	out.WriteString("curv\x00\x00\x00\x00")
	writeBig(&out, uint32(curveStep+1))
	for i := range curveStep + 1 {
		value := float64(i) / float64(curveStep)
		linear := value / 12.92
		if value > 0.04045 {
			linear = math.Pow((value+0.055)/1.055, 2.4)
		}
		_ = binary.Write(&out, binary.BigEndian, uint16(math.Round(linear*65535)))
	}
	return out.Bytes()
}
