package assets

import "embed"

//go:embed law/*.json
var law embed.FS

// Laws returns the names of the checklists that [Law] knows, in alphabetical order.
func Laws() []string { return namesIn(law, "law") }

// Law returns what an act and its guidance say of the contents of a programme, as
// JSON in the form that app/law reads. The error is fs.ErrNotExist for a name that
// [Laws] does not hold.
func Law(name string) ([]byte, error) { return law.ReadFile("law/" + name + ".json") }
