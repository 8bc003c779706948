package reports_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
	"tavoitekartta/reports"
	"tavoitekartta/reports/programme"
)

// Programs fill forms each in its own way: they append what they changed or write
// the whole file anew, with a table or a stream of cross-references, with objects
// packed or plain, and texts in one of several encodings. A worksheet of ours is
// here taken apart and written anew in each of these ways.

// filled is what is put into fields, by their names.
type filled map[string]string

// unpackedObjects are the objects of a file of ours by their numbers, those of
// object streams among them, and the number of the catalogue.
func unpackedObjects(t *testing.T, file []byte) (objects map[int]string, root string) {
	t.Helper()
	objects = map[int]string{}
	for _, found := range regexp.MustCompile(`(?s)(\d+) 0 obj\n(.*?)endobj\n`).FindAllSubmatch(file, -1) {
		number, err := strconv.Atoi(string(found[1]))
		if err != nil {
			t.Fatal(err)
		}
		body := found[2]
		dictionary, data, _ := bytes.Cut(body, []byte("stream\n"))
		switch {
		case bytes.Contains(dictionary, []byte("/Type /XRef")):
			root = string(regexp.MustCompile(`/Root (\d+ 0 R)`).FindSubmatch(dictionary)[1])
		case bytes.Contains(dictionary, []byte("/Type /ObjStm")):
			maps.Copy(objects, packedObjects(t, dictionary, data))
		default:
			objects[number] = string(body)
		}
	}
	return objects, root
}

func packedObjects(t *testing.T, dictionary, data []byte) map[int]string {
	t.Helper()
	reader, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	inflated, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	first, err := strconv.Atoi(string(regexp.MustCompile(`/First (\d+)`).FindSubmatch(dictionary)[1]))
	if err != nil {
		t.Fatal(err)
	}
	objects := map[int]string{}
	places := strings.Fields(string(inflated[:first]))
	for i := 0; i < len(places); i += 2 {
		number, _ := strconv.Atoi(places[i])
		begin, _ := strconv.Atoi(places[i+1])
		end := len(inflated) - first
		if i+3 < len(places) {
			end, _ = strconv.Atoi(places[i+3])
		}
		objects[number] = string(inflated[first+begin : first+end])
	}
	return objects
}

// fill puts values into fields, written as the encoding does, and returns the
// objects that it changed.
func fill(t *testing.T, objects map[int]string, values filled, encoded func(string) string) map[int]string {
	t.Helper()
	changed := map[int]string{}
	for number, body := range objects {
		for name, value := range values {
			if !strings.Contains(body, "/T ("+name+")") {
				continue
			}
			body = regexp.MustCompile(` /V (<[^>]*>|\([^)]*\)|/\w+)`).ReplaceAllString(body, "")
			if strings.HasPrefix(value, "/") {
				body = regexp.MustCompile(` /AS /\w+`).ReplaceAllString(body, "")
				changed[number] = strings.Replace(body, "<<", "<</V "+value+" /AS "+value+" ", 1)
				continue
			}
			changed[number] = strings.Replace(body, "<<", "<</V "+encoded(value)+" ", 1)
		}
	}
	if len(changed) != len(values) {
		t.Fatalf("%d of %d fields were found", len(changed), len(values))
	}
	return changed
}

func inUTF16(value string) string {
	out := "<FEFF"
	for _, unit := range utf16.Encode([]rune(value)) {
		out += fmt.Sprintf("%04X", unit)
	}
	return out + ">"
}

// inDocEncoding is a value of Latin-1 alone, with its line ends as some programs
// write them.
func inDocEncoding(value string) string {
	out := "("
	for _, r := range strings.ReplaceAll(value, "\n", "\r") {
		out += fmt.Sprintf("\\%03o", r)
	}
	return out + ")"
}

// inUTF8 is what PDF 2.0 allows.
func inUTF8(value string) string {
	out := "<EFBBBF"
	for _, b := range []byte(value) {
		out += fmt.Sprintf("%02X", b)
	}
	return out + ">"
}

// appended is a file with a revision behind it that holds the changed objects.
func appended(t *testing.T, file []byte, changed map[int]string, root string) []byte {
	t.Helper()
	before := regexp.MustCompile(`startxref\n(\d+)\n`).FindAllSubmatch(file, -1)
	out := bytes.NewBuffer(bytes.Clone(file))
	places := map[int]int{}
	for _, number := range slices.Sorted(maps.Keys(changed)) {
		places[number] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n%sendobj\n", number, changed[number])
	}
	start := out.Len()
	out.WriteString("xref\n")
	for _, number := range slices.Sorted(maps.Keys(places)) {
		fmt.Fprintf(out, "%d 1\n%010d 00000 n \n", number, places[number])
	}
	fmt.Fprintf(out, "trailer\n<</Size 100000 /Root %s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", root, before[len(before)-1][1], start)
	return out.Bytes()
}

// anew is a file of the objects with a table of cross-references, nothing packed.
func anew(objects map[int]string, root, besides string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.6\r\n%\xE2\xE3\xCF\xD3\r\n")
	numbers := slices.Sorted(maps.Keys(objects))
	places := map[int]int{}
	for _, number := range slices.Backward(numbers) {
		places[number] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\r%s\rendobj\r", number, objects[number])
	}
	start := out.Len()
	out.WriteString("xref\n")
	for _, number := range numbers {
		fmt.Fprintf(&out, "%d 1\n%010d 00000 n\r\n", number, places[number])
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root %s %s>>\nstartxref\n%d\n%%%%EOF", numbers[len(numbers)-1]+1, root, besides, start)
	return out.Bytes()
}

// packedAnew is a file of the objects, all but streams packed into one, with a
// stream of cross-references.
func packedAnew(objects map[int]string, root string) []byte {
	deflated := func(data string) string {
		var out bytes.Buffer
		w := zlib.NewWriter(&out)
		_, _ = w.Write([]byte(data))
		_ = w.Close()
		return out.String()
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	numbers := slices.Sorted(maps.Keys(objects))
	container, table := numbers[len(numbers)-1]+1, numbers[len(numbers)-1]+2
	rows := map[int][3]int{}
	head, bodies, count := "", "", 0
	for _, number := range numbers {
		if strings.Contains(objects[number], "endstream") {
			rows[number] = [3]int{1, out.Len(), 0}
			fmt.Fprintf(&out, "%d 0 obj %s endobj\n", number, objects[number])
			continue
		}
		head += fmt.Sprintf("%d %d ", number, len(bodies))
		bodies += objects[number] + " "
		rows[number] = [3]int{2, container, count}
		count++
	}
	rows[container] = [3]int{1, out.Len(), 0}
	packed := deflated(head + bodies)
	fmt.Fprintf(&out, "%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\r\n%s\r\nendstream\nendobj\n",
		container, count, len(head), len(packed), packed)
	rows[table] = [3]int{1, out.Len(), 0}
	start, cells := out.Len(), ""
	for number := range table + 1 {
		row := rows[number]
		cells += string([]byte{byte(row[0]), byte(row[1] >> 16), byte(row[1] >> 8), byte(row[1]), byte(row[2] >> 8), byte(row[2])})
	}
	packed = deflated(cells)
	fmt.Fprintf(&out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 2]/Root %s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		table, table+1, root, len(packed), packed, start)
	return out.Bytes()
}

// emptyWorksheet is the form of an example for 2020, with the work on which it is
// brought in.
func emptyWorksheet(t *testing.T) ([]byte, *workflow.Work) {
	t.Helper()
	desk, _ := worktest.NewDesk()
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	o := options(model.Finnish)
	o.Kind, o.Choice = string(programme.Worksheet), programme.Choice{Year: 2020}
	var pdf bytes.Buffer
	if _, err := reports.Render(t.Context(), &pdf, *work.Programme(), o); err != nil {
		t.Fatal(err)
	}
	return pdf.Bytes(), work
}

func TestAWorksheetIsReadAsOtherProgramsSaveIt(t *testing.T) {
	file, work := emptyWorksheet(t)
	objects, root := unpackedObjects(t, file)
	field := regexp.MustCompile(`/T \((measure:[^)]*:)status\)`).FindStringSubmatch(strings.Join(slices.Collect(maps.Values(objects)), "\n"))[1]
	box := regexp.MustCompile(`/T \((indicator:[^)]*:done)\)`).FindStringSubmatch(strings.Join(slices.Collect(maps.Values(objects)), "\n"))[1]
	const remark = "Åäö é: kurssi on pidetty (keväällä) \\ 2020.\nToinen rivi."
	values := filled{field + "status": "underWay", field + "remark": remark, box: "/On"}
	for name, encoded := range map[string]func(string) string{"UTF-16": inUTF16, "PDFDocEncoding": inDocEncoding, "UTF-8": inUTF8} {
		changed := fill(t, objects, values, encoded)
		whole := maps.Clone(objects)
		maps.Copy(whole, changed)
		once := appended(t, file, fill(t, objects, filled{field + "status": "notStarted", field + "remark": "Ensin.", box: "/Off"}, encoded), root)
		for way, saved := range map[string][]byte{
			"appended": appended(t, file, changed, root), "written anew": anew(whole, root, ""), "packed anew": packedAnew(whole, root),
			"filled twice": appended(t, once, changed, root), "with a broken end": append(anew(whole, root, ""), "\r\n-- \r\nmail"...),
		} {
			answers, err := workflow.ReadAnswers(saved)
			if err != nil {
				t.Errorf("%s, %s: %v", name, way, err)
				continue
			}
			preview, err := work.PreviewAnswers(answers)
			if err != nil || len(preview.Lines) != 2 || len(preview.Problems) > 0 {
				t.Errorf("%s, %s: %+v, %v", name, way, preview, err)
				continue
			}
			for _, line := range preview.Lines {
				measure := line.Kind == model.KindMeasure && line.After.Status == model.UnderWay && line.After.Remark == remark
				if indicator := line.Kind == model.KindIndicator && line.After.Value == "1"; !measure && !indicator {
					t.Errorf("%s, %s: %+v", name, way, line.After)
				}
			}
		}
	}
}

func TestAWorksheetSentBackEmptyChangesNothing(t *testing.T) {
	file, work := emptyWorksheet(t)
	answers, err := workflow.ReadAnswers(file)
	if err != nil {
		t.Fatal(err)
	}
	preview, err := work.PreviewAnswers(answers)
	if err != nil || len(preview.Lines)+len(preview.Statuses)+len(preview.Problems)+len(preview.Answerers) > 0 || preview.Untouched == 0 {
		t.Errorf("%+v, %v", preview, err)
	}
}

func TestAWorksheetThatCannotBeReadSaysWhy(t *testing.T) {
	file, _ := emptyWorksheet(t)
	objects, root := unpackedObjects(t, file)
	flat := maps.Clone(objects)
	for number, body := range flat {
		flat[number] = strings.ReplaceAll(body, "/AcroForm", "/Was")
	}
	for code, saved := range map[workflow.AnswersErrorCode][]byte{
		workflow.AnswersEncrypted: anew(objects, root, "/Encrypt <</Filter /Standard /V 5>>"), // also without a password to open it
		workflow.AnswersNoForm:    anew(flat, root, ""),
		workflow.AnswersDamaged:   file[:len(file)/20],
	} {
		var refused *workflow.AnswersError
		if _, err := workflow.ReadAnswers(saved); !errors.As(err, &refused) || refused.Code != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}
