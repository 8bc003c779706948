package storage

import (
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// codec gives the one way in which records are written: CBOR in core
// deterministic encoding (RFC 8949, 4.2.1), so that equal records have equal
// bytes and can be hashed; and read: unknown fields are kept out, doubled map
// keys refused.
var codec = sync.OnceValue(func() (modes struct {
	encode cbor.EncMode
	decode cbor.DecMode
}) {
	options := cbor.CoreDetEncOptions()
	options.Time = cbor.TimeRFC3339Nano
	encoding, err := options.EncMode()
	if err != nil {
		panic(err) // the options are constants
	}
	decoding, err := cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		MaxArrayElements: 1 << 26,
		MaxMapPairs:      1 << 26,
	}.DecMode()
	if err != nil {
		panic(err) // the options are constants
	}
	modes.encode, modes.decode = encoding, decoding
	return modes
})

func encode(value any) ([]byte, error) { return codec().encode.Marshal(value) }

func decode(data []byte, value any) error { return codec().decode.Unmarshal(data, value) }
