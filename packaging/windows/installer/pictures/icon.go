package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
)

// iconSizes are the sides in pixels that Windows picks from.
var iconSizes = []int{16, 20, 24, 32, 40, 48, 64, 256}

// joinIcon makes a Windows icon of PNG files named for their sides. All but the
// largest are stored as plain bitmaps, which every part of Windows can show.
func joinIcon(folder string) ([]byte, error) {
	var directory, pictures bytes.Buffer
	write := func(to *bytes.Buffer, values ...any) {
		for _, value := range values {
			_ = binary.Write(to, binary.LittleEndian, value) // a buffer takes everything
		}
	}
	write(&directory, uint16(0), uint16(1), uint16(len(iconSizes)))
	for _, side := range iconSizes {
		file, err := os.ReadFile(filepath.Join(folder, fmt.Sprintf("%d.png", side)))
		if err != nil {
			return nil, err
		}
		if side < 256 {
			picture, err := png.Decode(bytes.NewReader(file))
			if err != nil {
				return nil, err
			}
			file = iconBitmap(picture)
		}
		const header, entry = 6, 16
		offset := header + entry*len(iconSizes) + pictures.Len()
		// A side of 256 is written as 0: uint8 turns it into that.
		write(&directory, uint8(side), uint8(side), uint8(0), uint8(0), uint16(1), uint16(32), uint32(len(file)), uint32(offset))
		pictures.Write(file)
	}
	return append(directory.Bytes(), pictures.Bytes()...), nil
}

// iconBitmap is a picture as a bitmap with transparency, rows from below, and
// an empty mask after it, as an icon holds it.
func iconBitmap(picture image.Image) []byte {
	bounds := picture.Bounds()
	width, height := bounds.Dx(), bounds.Dy()
	maskRow := (width + 31) / 32 * 4
	var file bytes.Buffer
	header := []any{
		uint32(40), int32(width), int32(2 * height), uint16(1), uint16(32), uint32(0),
		uint32(width*height*4 + maskRow*height), int32(0), int32(0), uint32(0), uint32(0),
	}
	for _, value := range header {
		_ = binary.Write(&file, binary.LittleEndian, value)
	}
	for y := bounds.Max.Y - 1; y >= bounds.Min.Y; y-- {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			file.Write(blueGreenRedAlpha(picture, x, y))
		}
	}
	file.Write(make([]byte, maskRow*height))
	return file.Bytes()
}

// blueGreenRedAlpha is one pixel, its colour not multiplied by its alpha.
func blueGreenRedAlpha(picture image.Image, x, y int) []byte {
	r, g, b, a := picture.At(x, y).RGBA()
	if a == 0 {
		return make([]byte, 4)
	}
	plain := func(channel uint32) byte { return byte(channel * 0xffff / a >> 8) }
	return []byte{plain(b), plain(g), plain(r), byte(a >> 8)}
}
