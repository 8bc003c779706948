package text_test

import (
	"fmt"
	"unicode/utf8"

	"tavoitekartta/model/text"
)

func ExampleBreak() {
	measure := func(drawn string) float64 { return float64(utf8.RuneCountInString(drawn)) }
	const title = "Kotoutumisen kokemusasiantuntijatoiminta, 5 koulutuskertaa / v"
	for _, line := range text.Break(title, 24, measure, text.Options{Language: "fi"}) {
		fmt.Printf("%q stands for %q\n", line.Text, title[line.Start:line.End])
	}
	// Output:
	// "Kotoutumisen kokemus-" stands for "Kotoutumisen kokemus"
	// "asiantuntijatoiminta," stands for "asiantuntijatoiminta, "
	// "5 koulutuskertaa / v" stands for "5 koulutuskertaa / v"
}

func ExampleParseNumber() {
	canonical, err := text.ParseNumber("1 234,5")
	fmt.Println(canonical, err)
	_, err = text.ParseNumber("viisi")
	fmt.Println(err)
	// Output:
	// 1234.5 <nil>
	// number is written in words
}
