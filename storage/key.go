package storage

import (
	"encoding/binary"

	"tavoitekartta/model"
)

// The keys of records. The first letter says what stands behind it; ids are
// letters, digits and hyphens, so that "/" ends one; numbers are big endian, so
// that keys sort as numbers do.
const (
	prefixChange    = "c/" // programme / arrival (8) / change id -> change
	prefixElement   = "e/" // programme / element -> element
	prefixProgramme = "p/" // programme -> programmeRecord
	prefixSummary   = "s/" // programme -> summaryRecord; derived, not in the journal
	prefixVersion   = "v/" // programme / number (4) -> versionRecord
	prefixBlob      = "d/" // SHA-256 (32) number of chunk (4) -> up to 512 KB of bytes
	prefixSetting   = "k/" // name -> text
	prefixName      = "n/" // person -> name; in files for another laptop alone, never in the tables
	keyPoint        = "m/journal"
	keyReplica      = "m/replica" // last number of this replica -> 8 bytes
	keyBatch        = "m/batch"   // only while a write larger than a transaction is carried out
)

func programmeKey(prefix string, programme model.EntityID) []byte {
	return []byte(prefix + string(programme))
}

func elementKey(programme, element model.EntityID) []byte {
	return []byte(prefixElement + string(programme) + "/" + string(element))
}

func elementsOf(programme model.EntityID) []byte {
	return []byte(prefixElement + string(programme) + "/")
}

func changesOf(programme model.EntityID) []byte {
	return []byte(prefixChange + string(programme) + "/")
}

// changeKey carries the change's id, so that a reader that has the change can
// pass it over without reading it.
func changeKey(programme model.EntityID, arrival uint64, id model.ChangeID) []byte {
	key := binary.BigEndian.AppendUint64(changesOf(programme), arrival)
	return append(key, "/"+id.String()...)
}

// splitChangeKey reads what changeKey wrote behind the programme's prefix.
func splitChangeKey(rest []byte) (arrival uint64, id model.ChangeID, err error) {
	if len(rest) < 9 {
		return 0, id, model.ErrMalformedID
	}
	id, err = model.ParseChangeID(string(rest[9:]))
	return binary.BigEndian.Uint64(rest), id, err
}

func versionKey(programme model.EntityID, number uint32) []byte {
	return binary.BigEndian.AppendUint32(versionsOf(programme), number)
}

func versionsOf(programme model.EntityID) []byte {
	return []byte(prefixVersion + string(programme) + "/")
}

func blobKey(hash model.Hash, chunk uint32) []byte {
	return binary.BigEndian.AppendUint32(append([]byte(prefixBlob), hash[:]...), chunk)
}

func blobOf(hash model.Hash) []byte { return append([]byte(prefixBlob), hash[:]...) }
