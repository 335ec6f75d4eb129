/// A way of marking what a template engine is to fill in; named after its delimiters, since several engines share them.
public enum TemplateLanguage: String, Sendable, Hashable, CaseIterable {
    /// Handlebars, Vue, Angular, Jinja, Twig, Liquid and others.
    case doubleBraces = "{{ }}"
    /// Statements of Jinja, Twig and Liquid.
    case statement = "{% %}"
    /// JavaScript's template strings, JSP, Thymeleaf, FreeMarker, Velocity.
    case dollarBraces = "${ }"
    /// Ruby, JSF, Pug.
    case hashBraces = "#{ }"
    /// ERB, EJS, JSP, ASP.
    case percentTag = "<%= %>"
    /// PHP.
    case questionTag = "<?= ?>"
    /// Laravel's Blade, unescaped.
    case exclamationBraces = "{!! !!}"
    /// ASP.NET's Razor.
    case razor = "@Model.…"
    /// Thymeleaf, and Angular's configured delimiters.
    case doubleBrackets = "[[ ]]"
    /// Thymeleaf, unescaped.
    case bracketParentheses = "[( )]"
    /// Ad servers, Windows' own variables, many newsletter tools.
    case percentName = "%NAME%"
    /// Salesforce Marketing Cloud and others.
    case doublePercentName = "%%NAME%%"
    /// Smarty, Python, URI templates, ExpressionEngine.
    case bracedName = "{name}"
    /// Short codes of WordPress and of forums.
    case bracketedName = "[name]"
    /// Mailchimp.
    case mergeTag = "*|NAME|*"
    /// Velocity, PHP.
    case dollarName = "$Name.path"
}
