/**
 * The page in Typst. It is the same for every document; what differs comes in as JSON (`sys.inputs`), whose texts Typst shows as they are, and
 * as pictures under the names that `sys.inputs.pictures` gives them. Nothing here evaluates or reads anything else.
 */
export const pdfTemplate = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let pictures = json(bytes(sys.inputs.pictures))
#let page-of = doc.titlePage
#let muted = rgb("#4a5361")
#let rule = rgb("#b4bcc8")
#let short = sys.inputs.short == "true"
#let number-of-page = context { set text(size: 8.5pt, fill: muted); align(end, counter(page).display("1 / 1", both: true)) }

#set document(title: page-of.title, author: page-of.municipality)
#set page(paper: "a4", margin: (x: 2.3cm, top: 2.6cm, bottom: 2.4cm))
// What these lack (signs, markers of lists) the fonts of Typst itself have. Those of the machine are left alone, so that a file is the same everywhere.
// Arabic is set in letters that are whole: those of Noto Sans Arabic are put together from strokes and dots, and come out doubled where words are copied or read aloud.
#set text(font: ("Fira Sans", "Vazirmatn", "Noto Sans Arabic", "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), fallback: false, size: 10.5pt, lang: doc.language, dir: if doc.direction == "rtl" { rtl } else { ltr }, hyphenate: true)
#set par(leading: 0.68em, spacing: 1em, justify: false)
#set list(spacing: 0.7em)
#set enum(spacing: 0.7em)
#show link: it => underline(text(fill: rgb("#1d4f91"), it))
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: if short { 13pt } else { 18pt })
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 4): set text(size: 11pt)
#show heading.where(level: 5): set text(size: 10.5pt)
#show heading.where(level: 6): set text(size: 10.5pt)

#let with-direction(direction, body) = if direction == doc.direction { body } else { text(dir: if direction == "rtl" { rtl } else { ltr }, body) }
// A heading stands where the page begins, whatever its language. In the contents its words would turn the line around: marks of direction beside them keep that from happening.
#let title-of(level, body) = heading(level: level, if doc.direction == "rtl" { "\u{200f}"; body; "\u{200f}" } else { body })
// A line along the side where lines begin.
#let beside(stroke) = if doc.direction == "rtl" { (stroke: (right: stroke), inset: (right: 10pt, y: 2pt)) } else { (stroke: (left: stroke), inset: (left: 10pt, y: 2pt)) }

// Notes: a mark at the words leads to the list at the end, and from there back.
#let notes = doc.at("notes", default: none)
#let to-note(number) = link(label("note-" + str(number)), "[" + str(number) + "]")
#let place-of(number, body) = [#box(body)#label("place-" + str(number))]
#let mark(number) = place-of(number, super(to-note(number)))
#let mention(numbers) = if numbers.len() > 0 { par(text(size: 9pt, fill: muted, { notes.mention; for number in numbers { [ ]; place-of(number, to-note(number)) } })) }

#let run(part) = {
  if part.kind == "note" { mark(part.number) } else if part.kind == "break" { linebreak() } else {
    let words = [#part.text]
    if part.italic { words = emph(words) }
    if part.bold { words = strong(words) }
    if part.href != none { words = link(part.href, words) }
    words
  }
}
#let words(parts) = parts.map(run).join()

// A list runs one way, so that its marks stand below each other: as its page does, unless all of its items run the other way.
#let runs(it, direction) = it.items.any(item => item.direction == direction or item.children.any(child => runs(child, direction)))
#let list-of(it, direction) = {
  // Nothing in front of words that run the other way, or the whole line would turn around and leave its mark.
  let body(item) = {
    if item.direction == direction { words(item.inlines) } else { h(0pt); text(dir: if item.direction == "rtl" { rtl } else { ltr }, words(item.inlines)) }
    for child in item.children { list-of(child, direction) }
  }
  if it.isOrdered { enum(..it.items.map(item => enum.item(body(item)))) } else { list(..it.items.map(item => list.item(body(item)))) }
}

#let grid-of(columns, head, rows) = {
  set text(size: 9pt)
  set par(spacing: 0.6em)
  show table.cell: set text(hyphenate: true)
  table(
    columns: columns, inset: 5pt, stroke: 0.5pt + rule, align: start + top,
    fill: (x, y) => if y < head.len() { rgb("#e8ecf2") },
    ..if head.len() > 0 { (table.header(repeat: true, ..head.flatten()),) },
    ..rows.flatten(),
  )
}

#let picture-of(it) = {
  let path = if it.fileId == none { none } else { pictures.at(it.fileId, default: none) }
  let shown = if path == none { text(fill: muted, it.missing) } else {
    layout(size => {
      // As wide as it is at 150 dots per inch, but never wider than the text nor higher than three quarters of a page.
      let natural = if it.isDecorative { image(path) } else { image(path, alt: it.alt) }
      let extent = measure(natural)
      let factor = calc.min(1, size.width / extent.width, 18cm / extent.height)
      let fitting = if it.isDecorative { image(path, width: extent.width * factor) } else { image(path, width: extent.width * factor, alt: it.alt) }
      if it.isDecorative { pdf.artifact(fitting) } else { fitting }
    })
  }
  block(above: 1.4em, below: 1.4em, width: 100%, breakable: false, {
    shown
    if it.caption != none { block(above: 0.6em, with-direction(it.direction, text(size: 9pt, fill: muted, it.caption))) }
  })
}

#let blocks-of(blocks) = for (index, it) in blocks.enumerate() {
  if it.kind == "heading" {
    title-of(it.level, with-direction(it.direction, words(it.inlines)))
    mention(it.at("mention", default: ()))
  } else if it.kind == "paragraph" {
    // What stands right above a table names it.
    let names-table = index + 1 < blocks.len() and blocks.at(index + 1).kind == "table"
    with-direction(it.direction, if names-table { block(sticky: true, par(words(it.inlines))) } else { par(words(it.inlines)) })
  } else if it.kind == "quote" {
    with-direction(it.direction, quote(block: true, words(it.inlines)))
  } else if it.kind == "list" {
    let direction = if runs(it, doc.direction) { doc.direction } else if doc.direction == "rtl" { "ltr" } else { "rtl" }
    with-direction(direction, list-of(it, direction))
  } else if it.kind == "table" {
    let cell(c) = table.cell(colspan: c.colspan, rowspan: c.rowspan, if c.headerOf == none { blocks-of(c.blocks) } else { strong(blocks-of(c.blocks)) })
    let rows = it.rows.map(row => row.map(cell))
    grid-of(it.shares.map(share => share * 1fr), rows.slice(0, it.headerRows), rows.slice(it.headerRows))
    mention(it.at("mention", default: ()))
  } else if it.kind == "picture" {
    picture-of(it)
  } else {
    let number = if it.number == none { "" } else { " " + it.number }
    block(width: 100%, above: 1.6em, below: 1.6em, ..beside(3pt + if it.kind == "goal" { rgb("#1f6b3a") } else { rgb("#1d4f91") }), breakable: true, {
      title-of(it.level, { text(fill: muted, it.label + number + ": "); with-direction(it.direction, [#it.title]) })
      mention(it.at("mention", default: ()))
      blocks-of(it.blocks)
      if it.fields.len() > 0 {
        terms(separator: [: ], spacing: 0.6em, hanging-indent: 1em, ..it.fields.map(field => terms.item([#field.label], field.values.join(", "))))
      }
    })
  }
}

#set page(footer: number-of-page) if short

// Title page
#block(width: 100%, {
  if sys.inputs.logo == "" { if not short { v(4cm) } } else {
    if not short { v(1.6cm) }
    // The name beside it says the same.
    pdf.artifact(layout(size => {
      let extent = measure(image(sys.inputs.logo))
      image(sys.inputs.logo, width: extent.width * calc.min(size.width / 2 / extent.width, 2cm / extent.height))
    }))
    v(if short { 0.6cm } else { 1.2cm })
  }
  text(size: 12pt, fill: muted, page-of.municipality)
  v(0.4cm)
  text(size: if short { 20pt } else { 28pt }, weight: "bold", hyphenate: false, par(leading: 0.55em, page-of.title))
  v(0.4cm)
  if not short { text(size: 14pt, str(page-of.year)); v(0.6cm) }
  if page-of.excerpt != none { text(size: 14pt, page-of.excerpt); v(if short { 0.3cm } else { 0.6cm }) }
  if not short { v(0.4cm) }
  text(size: 12pt, weight: "bold", page-of.state)
})
#for (note, direction) in page-of.notes.zip(json(bytes(sys.inputs.note-directions))) { with-direction(direction, par(text(fill: muted, note))) }
#if notes != none { mention(notes.onTitle) }

#set page(
  header: context { set text(size: 8.5pt, fill: muted); grid(columns: (1fr, auto), page-of.title, page-of.state) },
  footer: number-of-page,
) if not short
#if not short {
  pagebreak()
  outline(title: sys.inputs.contents, depth: 3, indent: 1em)
}

#let body = {
  for section in doc.sections {
    if sys.inputs.chapter-pages == "true" { pagebreak(weak: true) }
    title-of(1, { if section.number != "" { section.number + " " }; with-direction(section.direction, [#section.title]) })
    mention(section.at("mention", default: ()))
    blocks-of(section.blocks)
    if section.sourceNote != none { par(text(size: 9pt, fill: muted, section.sourceNote)) }
  }
}
#if sys.inputs.line-numbers == "true" {
  set par.line(numbering: n => pdf.artifact(text(size: 7pt, fill: muted, str(n))))
  body
} else { body }

#if notes != none and notes.notes.len() > 0 {
  pagebreak(weak: true)
  heading(level: 1, notes.title)
  for note in notes.notes {
    block(width: 100%, above: 1.2em, below: 1.2em, ..beside(2pt + rule), breakable: true, {
      [#block(sticky: true, {
        link(label("place-" + str(note.number)), "[" + str(note.number) + "]")
        [ ]
        strong(note.kind)
        text(fill: muted, " · " + note.author + " · " + note.dayInWords)
        linebreak()
        text(size: 9pt, fill: muted, note.place)
      })#label("note-" + str(note.number))]
      for part in note.parts {
        let said = text(lang: part.language.split("-").first(), part.text.split("\n").map(line => [#line]).join(linebreak()))
        let body = if part.kind == "title" { strong(said) } else if part.kind == "remark" { emph(said) } else { said }
        if part.label != none { par({ text(size: 9pt, fill: muted, part.label + ": "); body }) } else { with-direction(part.direction, par(body)) }
      }
    })
  }
}

#if doc.measureTable != none {
  set page(flipped: true)
  heading(level: 1, doc.measureTable.title)
  grid-of(
    (auto, 2.4fr, auto, 1.8fr, 2fr, 1.2fr, auto, auto),
    (doc.measureTable.head.map(word => table.cell(strong(word))),),
    doc.measureTable.rows.map(row => row.map(word => table.cell([#word]))),
  )
}
`;
