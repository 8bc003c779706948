//go:build bench && linux

// Package peers measures how much processor time and memory a report takes
// beside typst and LibreOffice, which make accessible PDF files too: the same
// content, the same fonts, whole processes, one run. It is run by "make
// bench-reports", which fetches the others.
package peers_test

import (
	"flag"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// What is asked (the share of theirs that ours may be, and ours in seconds).
const (
	shareOfTypst       = 1.0 / 8
	shareOfLibreOffice = 1.0 / 10
	shareOfTypstMemory = 1.0 / 12 // of the largest
	mostGrowth         = 11.0     // for ten times the measures
	smallReport        = 0.1      // seconds, of the smallest
)

// sizes are the measures of a programme and how often each is printed.
var sizes = []struct{ measures, rounds int }{{60, 7}, {500, 5}, {5000, 3}}

// tenfold is the smallest size grown tenfold, printed by ours alone.
const tenfold = 600

// wordsApart is by how much the words of two files may differ: heads and feet
// stand on more or fewer pages, and the signs of lists count for words.
const wordsApart = 0.05

var (
	typstPython = flag.String("typst", "", "a Python that has typst, none when empty")
	withWriter  = flag.Bool("libreoffice", false, "LibreOffice is there")
	prepareIn   = flag.String("prepare", "", "prepare a programme in this folder")
	prepareSize = flag.Int("measures", 0, "with so many measures")
)

// TestPrepare prepares a programme where it is asked to. It runs in a process of
// its own: what is measured afterwards must be started from a small one.
func TestPrepare(t *testing.T) {
	if *prepareIn != "" {
		prepared{*prepareIn}.prepare(t, *prepareSize)
	}
}

func prepareAside(t *testing.T, measures int) prepared {
	t.Helper()
	p := prepared{t.TempDir()}
	out, err := exec.Command("/proc/self/exe", "-test.run=^TestPrepare$", "-prepare", p.folder, "-measures", strconv.Itoa(measures)).CombinedOutput()
	if err != nil {
		t.Fatalf("prepare %d measures: %v\n%s", measures, err, out)
	}
	return p
}

// TestRatioReports prints programmes of three sizes with ours and the others in
// turn, and holds the figures against what is asked.
func TestRatioReports(t *testing.T) {
	programs := t.TempDir()
	b := &bench{T: t, own: ours(t, programs), command: wholeProgram(t, programs)}
	b.findPeers()
	var smallest, middle, largest usage
	for _, size := range sizes {
		took := b.size(size.measures, size.rounds)
		switch size.measures {
		case 60:
			smallest = took
		case 500:
			middle = took
		case 5000:
			largest = took
		}
	}
	grown := b.alone(b.own, prepareAside(t, tenfold), 7)
	b.judge("60 to 600 measures: CPU times", grown.cpu/smallest.cpu, mostGrowth)
	b.judge("500 to 5,000 measures: CPU times", largest.cpu/middle.cpu, mostGrowth)
}

// bench is a run with the programs that take part.
type bench struct {
	*testing.T
	own, command printer
	peers        []printer
}

func (b *bench) findPeers() {
	fonts, err := filepath.Abs("../../assets/fonts")
	must(b.T, err)
	if *typstPython == "" {
		b.Log("typst could not be had on this machine: NOTHING IS SAID about it.")
	} else {
		typst := typstPrinter(b.T, *typstPython, fonts)
		b.Logf("typst runs in Python, whose start (%.3f s) is taken off", typst.start)
		b.peers = append(b.peers, typst)
	}
	if !*withWriter {
		b.Log("LibreOffice could not be had on this machine: NOTHING IS SAID about it.")
	} else {
		b.peers = append(b.peers, writerPrinter(b.T, fonts))
	}
}

// size measures one size and returns what ours took.
func (b *bench) size(measures, rounds int) usage {
	from := prepareAside(b.T, measures)
	all := append([]printer{b.own, b.command}, b.peers...)
	took := make([][]usage, len(all))
	for round := range rounds + 1 {
		for i, p := range all {
			used := p.print(b.T, from, p.output(b.T, from))
			if round > 0 { // the first one warms up
				took[i] = append(took[i], used)
			}
		}
	}
	own := median(took[0])
	b.Logf("%d measures, %s pages", measures, pages(b.T, b.own.output(b.T, from)))
	for i, p := range all {
		of := median(took[i])
		b.Logf("  %-12s CPU %7.3f s, ours is 1/%.1f; memory %6.0f MB, ours is 1/%.1f", p.name, of.cpu, of.cpu/own.cpu, of.memory, of.memory/own.memory)
	}
	b.claims(from)
	if measures == 60 {
		b.judge("the command's report of 60 measures: CPU seconds", median(took[1]).cpu, smallReport)
	}
	for i, p := range b.peers {
		theirs := median(took[i+2])
		share := map[string]float64{"typst": shareOfTypst, "LibreOffice": shareOfLibreOffice}[p.name]
		b.judge(fmt.Sprintf("%d measures: share of %s's CPU", measures, p.name), own.cpu/theirs.cpu, share)
		if p.name == "typst" && measures == 5000 {
			b.judge("5,000 measures: share of typst's memory", own.memory/theirs.memory, shareOfTypstMemory)
		}
	}
	return own
}

func (b *bench) alone(p printer, from prepared, rounds int) usage {
	var took []usage
	for range rounds {
		took = append(took, p.print(b.T, from, p.output(b.T, from)))
	}
	return median(took)
}

// judge holds a figure against the most that it may be.
func (b *bench) judge(what string, is, most float64) {
	b.Helper()
	verdict := "holds"
	if is > most {
		verdict = "BROKEN"
		b.Fail()
	}
	b.Logf("  %s: %.3f (at most %.3f): %s", what, is, most, verdict)
}

// claims sees to it that all files hold the same words and are what they are
// compared for: PDF/UA-1, and PDF/A-3 beside it but for typst's.
func (b *bench) claims(from prepared) {
	b.Helper()
	ours := words(b.T, b.own.output(b.T, from))
	for _, p := range append([]printer{b.own, b.command}, b.peers...) {
		file := p.output(b.T, from)
		facts := tool(b.T, "pdfinfo", "-meta", file)
		if !claim("pdfuaid", 1).MatchString(facts) {
			b.Errorf("the file of %s does not claim PDF/UA-1", p.name)
		}
		if p.name != "typst" && !claim("pdfaid", 3).MatchString(facts) {
			b.Errorf("the file of %s does not claim PDF/A-3", p.name)
		}
		if count := words(b.T, file); float64(ours) < (1-wordsApart)*float64(count) || float64(count) < (1-wordsApart)*float64(ours) {
			b.Errorf("%d words in the file of %s, %d in ours", count, p.name, ours)
		} else {
			b.Logf("  %d words in the file of %s", count, p.name)
		}
	}
}

// claim finds a standard's part in the file's description, as an element or as an
// attribute.
func claim(standard string, part int) *regexp.Regexp {
	return regexp.MustCompile(fmt.Sprintf(`%s:part(>|\s*=\s*["'])%d`, standard, part))
}

// words counts the words of a file that hold a letter or a digit.
func words(t *testing.T, file string) int {
	t.Helper()
	count := 0
	for _, word := range strings.Fields(tool(t, "pdftotext", file, "-")) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			count++
		}
	}
	return count
}

func pages(t *testing.T, file string) string {
	t.Helper()
	_, after, _ := strings.Cut(tool(t, "pdfinfo", file), "Pages:")
	return strings.Fields(after)[0]
}

// tool runs one of poppler's and returns what it prints; what it remarks on is
// the file's business.
func tool(t *testing.T, name string, arguments ...string) string {
	t.Helper()
	out, err := exec.Command(name, arguments...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}
