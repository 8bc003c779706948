package interchange_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tavoitekartta/app/intake/pdffile"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
	"tavoitekartta/reports"
)

var update = flag.Bool("update", false, "write the schema anew")

const schemaFile = "../../docs/programme.schema.json"

// schema is a JSON Schema being made of the types that are written.
type schema struct{ definitions map[string]any }

// of describes a type: in its place, or by reference for a struct.
func (s *schema) of(t reflect.Type) map[string]any {
	switch {
	case t == reflect.TypeFor[model.Date]():
		return map[string]any{"type": "string", "format": "date"}
	case t == reflect.TypeFor[model.Number]():
		return map[string]any{"type": "string", "description": "decimal number with a point", "pattern": `^-?[0-9]+(\.[0-9]+)?$`}
	case t == reflect.TypeFor[model.Language]():
		return map[string]any{"type": "string", "enum": interchange.Words(t)}
	}
	if words := interchange.Words(t); words != nil {
		return map[string]any{"type": "string", "enum": append([]string{""}, words...)}
	}
	switch t.Kind() {
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.of(t.Elem())}
	}
	if _, done := s.definitions[t.Name()]; !done {
		s.definitions[t.Name()] = nil // it may hold itself
		s.definitions[t.Name()] = s.object(t)
	}
	return map[string]any{"$ref": "#/$defs/" + t.Name()}
}

func (s *schema) object(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		properties[name] = s.of(f.Type)
		if options == "" {
			required = append(required, name)
		}
	}
	made := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		made["required"] = required
	}
	return made
}

// written is the schema of the files that this program writes.
func written(t *testing.T) []byte {
	t.Helper()
	s := schema{map[string]any{}}
	root := s.object(reflect.TypeFor[interchange.File]())
	properties := root["properties"].(map[string]any)
	properties["format"] = map[string]any{"const": interchange.Format}
	properties["formatVersion"] = map[string]any{"const": interchange.FormatVersion}
	properties["kind"] = map[string]any{"type": "string", "description": "kind of document that carries the file"}
	properties["persons"] = map[string]any{
		"type": "object", "additionalProperties": map[string]any{"type": "string"},
		"description": "names that the document's pages show, by the random ids of persons in the programme",
	}
	record := s.definitions["Record"].(map[string]any)["properties"].(map[string]any)
	record["fingerprint"] = map[string]any{
		"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 of the frozen content",
	}
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "urn:tavoitekartta:programme:1"
	root["title"] = "Programme of integration carried by a document of Tavoitekartta"
	root["$defs"] = s.definitions
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

func TestThePublishedSchemaIsThatOfTheTypes(t *testing.T) {
	want := written(t)
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil { //nolint:gosec // a published file
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
		t.Error("the published schema is not that of the types: run the test with -update, and raise FormatVersion when a release has the old one")
	}
}

func published(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	made, err := compiler.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func judge(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestWhatDocumentsCarryFitsThePublishedSchema(t *testing.T) {
	s := published(t)
	if err := judge(t, s, encoded(t, full(t).Programme(), nil)); err != nil {
		t.Errorf("every field filled: %v", err)
	}
	for _, name := range assets.Examples() {
		var pdf bytes.Buffer
		if _, err := reports.Render(t.Context(), &pdf, example(t, name), reports.Options{}); err != nil {
			t.Fatal(err)
		}
		data, err := pdffile.Attachment(pdf.Bytes(), interchange.FileName)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := judge(t, s, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSchemaRefusesWhatTheProgramRefuses(t *testing.T) {
	s := published(t)
	good := string(encoded(t, full(t).Programme(), nil))
	for name, bad := range map[string]string{
		"an unknown field": strings.Replace(good, `"kind":"programme"`, `"kind":"programme","more":1`, 1),
		"an unknown code":  strings.Replace(good, `"direction":"down"`, `"direction":"left"`, 1),
		"another format":   strings.Replace(good, interchange.Format, "other", 1),
		"no day":           strings.Replace(good, "2021-03-04", "2021-13-44", 1),
	} {
		if bad == good || judge(t, s, []byte(bad)) == nil {
			t.Errorf("%s passes", name)
		}
	}
}
