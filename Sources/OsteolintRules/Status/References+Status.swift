extension References {
    static let statusCodes = embed + ", Status codes"
    static let catalogAccess = apiReference + ", Catalog access"
}
