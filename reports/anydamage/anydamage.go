// Package anydamage damages files as any bytes say, for the fuzz targets of what
// reads and of what writes PDF.
//
// Only tests import the package.
package anydamage

import "bytes"

// Of returns a damaged copy of the file. Each four bytes of damages are one: the
// first two say at which 65536th part of the file, or, where they are odd, of its
// last end bytes, in which its tables stand; the third what (another byte, bytes
// taken out or repeated, one put in, another digit), and the fourth how much or
// which byte.
func Of(file, damages []byte, end int) []byte {
	file = bytes.Clone(file)
	for ; len(damages) >= 4 && len(file) > 0; damages = damages[4:] {
		part, share := len(file), int(damages[0])<<8|int(damages[1])
		if share&1 == 1 {
			part = min(part, end)
		}
		at := len(file) - 1 - part*share>>16
		until := min(len(file), at+1+int(damages[3]))
		switch damages[2] % 5 {
		case 0:
			file[at] = damages[3]
		case 1:
			file = append(file[:at:at], file[until:]...)
		case 2:
			file = append(file[:until:until], file[at:]...)
		case 3:
			file = append(append(file[:at:at], damages[3]), file[at:]...)
		case 4: // so that places and numbers change
			if digit := bytes.IndexAny(file[at:], "0123456789"); digit >= 0 {
				file[at+digit] = '0' + damages[3]%10
			}
		}
	}
	return file
}
