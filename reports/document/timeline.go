package document

// Roadmap is the road with a stop for each year. The texts are a list beside
// the drawing of the road.
type Roadmap struct {
	Stops []Stop
	// Alternative says in words what the drawing shows.
	Alternative string
}

// Stop is a year of the roadmap with what stands at it.
type Stop struct {
	Label string
	Items []StopItem
	// Empty says in words that nothing stands at the stop.
	Empty string
}

// StopItem is a goal at a stop.
type StopItem struct {
	Text   Text
	Swatch Swatch
}

// Legend explains swatches in a row that wraps.
type Legend struct {
	Items []StopItem
}

// Timeline shows when the measures of goals are done.
type Timeline struct {
	// Goals heads the column of the goals.
	Goals   string
	Columns []TimelineColumn
	Rows    []TimelineRow
	Facade  Color
	Roof    Color
}

// TimelineColumn is a year, or the lane of ongoing measures.
type TimelineColumn struct {
	Label   string
	Ongoing bool
}

// TimelineRow is a goal. Spans are first and last column of dated measures.
type TimelineRow struct {
	Label   Text
	Spans   []TimelineSpan
	Ongoing bool
	// Words is what the picture says, for those who do not see it.
	Words string
	// Remark stands in the row when nothing can be drawn.
	Remark string
}

// TimelineSpan is a box from one column to another, with a dot for each
// measure.
type TimelineSpan struct {
	First, Last int
	Measures    int
}
