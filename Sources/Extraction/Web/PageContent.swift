/// Finds what of a web page is its content, by how the text is spread over it.
///
/// The text of an article is together in one place and is not links; menus are links, and what stands around the article has
/// little text. So the article is the innermost element that has nearly all text of the page which is no link. What stands
/// before it is kept without its links, since the headline is there; what stands after it is about the site.
struct PageContent {
    /// How much text an element has that is drawn, without white space.
    private struct Amount {
        var text = 0
        /// The part of it that is in links, and how many these are.
        var linked = 0
        var links = 0
        var cells = 0

        var unlinked: Int { text - linked }

        /// Adds that of an element within: all of it is linked where the element is a link.
        mutating func add(_ other: Amount, of element: XMLElement) {
            let isLink = element.name.local == "a" && element["href"] != nil
            text += other.text
            linked += isLink ? other.text : other.linked
            links += other.links + (isLink ? 1 : 0)
            cells += other.cells + (element.name.local == "td" ? 1 : 0)
        }
    }

    /// The share of the page's text that its article has at the least.
    private static let share = 0.9
    /// Elements that may hold a whole article.
    private static let containers: Set<String> = [
        "body", "div", "section", "article", "main", "td", "form", "center", "blockquote", "fieldset",
    ]

    /// The body of the page, with its content only.
    private(set) var body: XMLElement
    private let total: Int

    init(_ page: XMLElement) {
        body = page.descendants("body").first ?? page
        total = PageContent.amount(of: body).unlinked
        body = find(in: body).content ?? body
        body = withoutFurniture(body, links: 3).element
    }

    private static func amount(of element: XMLElement) -> Amount {
        element.nodes.reduce(into: Amount()) { sum, node in
            switch node {
            case .text(let text): sum.text += text.inked
            case .element(let child) where child.isUndrawn: break
            case .element(let child): sum.add(amount(of: child), of: child)
            }
        }
    }

    /// The element without what stands around the article, if the article is in it, and how much text it has.
    private func find(in element: XMLElement) -> (content: XMLElement?, amount: Amount) {
        var amount = Amount()
        for (index, node) in element.nodes.enumerated() {
            switch node {
            case .text(let text): amount.text += text.inked
            case .element(let child) where child.isUndrawn: break
            case .element(let child):
                let found = find(in: child)
                if let content = found.content { return (around(content, at: index, in: element), found.amount) }
                amount.add(found.amount, of: child)
            }
        }
        let isArticle = Double(amount.unlinked) > Double(total) * PageContent.share
        return (isArticle && PageContent.containers.contains(element.name.local) ? element : nil, amount)
    }

    /// The element with what stands before the article, the article, and, of what stands after it, tables like those of a form.
    private func around(_ article: XMLElement, at index: Int, in element: XMLElement) -> XMLElement {
        var before = element
        before.nodes = Array(element.nodes[..<index])
        var kept = element
        kept.nodes = withoutFurniture(before, links: 1).element.nodes + [.element(article)]
        kept.nodes += element.nodes[(index + 1)...].filter { node in
            guard case .element(let child) = node, !child.isUndrawn else { return false }
            let amount = PageContent.amount(of: child)
            return amount.cells >= 12 && amount.unlinked > amount.linked
        }
        return kept
    }

    /// An element without menus and the like that are in it; so many links make a menu.
    private func withoutFurniture(_ element: XMLElement, links: Int) -> (element: XMLElement, amount: Amount) {
        var kept = element
        var amount = Amount()
        kept.nodes = element.nodes.compactMap { node -> XMLElement.Node? in
            guard case .element(let child) = node else {
                if case .text(let text) = node { amount.text += text.inked }
                return node
            }
            if child.isUndrawn { return nil }
            let cleaned = withoutFurniture(child, links: links)
            amount.add(cleaned.amount, of: child)
            return isFurniture(child, cleaned.amount, links) ? nil : .element(cleaned.element)
        }
        return (kept, amount)
    }

    /// Whether an element is there to find one's way: by its name, or because it is mostly links. Whatever has a good part of the
    /// text is none, however it is called.
    private func isFurniture(_ element: XMLElement, _ amount: Amount, _ links: Int) -> Bool {
        guard element.isBlock, Double(amount.unlinked) < Double(total) * (1 - PageContent.share) else { return false }
        let roles = ["navigation", "banner", "contentinfo", "search", "complementary"]
        if ["nav", "footer", "aside"].contains(element.name.local) || roles.contains(element["role"] ?? "") {
            return true
        }
        // LibreOffice writes the header and footer of pages as such.
        if element.name.local == "div", ["header", "footer"].contains(element["title"] ?? "") { return true }
        return amount.links >= links && amount.unlinked < amount.linked
    }
}

extension String {
    /// How many of its characters are not white space.
    fileprivate var inked: Int { unicodeScalars.count { !$0.isBlank } }
}
