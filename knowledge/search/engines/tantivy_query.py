"""An expression as tantivy's query."""

from collections.abc import Iterable

from tantivy import Occur, Query, Schema, Searcher

from knowledge.search.expressions import AllOf, AnyOf, Best, Except, Expression, Has, Prefer, Prefix, Term, unordered

from .once import Once


def translated(expression: Expression, schema: Schema, searcher: Searcher, once: Once[Query]) -> Query:
    """The query that finds the same documents with the same scores as ``evaluation.evaluate``."""
    expression = unordered(expression)
    match expression:
        case Prefer():
            return once(expression, lambda: _preferring(expression, schema, searcher, once))
        case Term(field, token, weight):
            return _weighted(Query.term_query(schema, field, token, index_option="freq"), weight)
        case Has(field, token, weight):
            return Query.const_score_query(Query.term_query(schema, field, token, index_option="basic"), weight)
        case Prefix(field, start, weight):
            tokens = [token for token, _count in searcher.terms_with_prefix(field, start)]
            return Query.const_score_query(Query.term_set_query(schema, field, tokens), weight)
        case AllOf(parts) | AnyOf(parts) | Best(parts):
            return _group(expression, [translated(part, schema, searcher, once) for part in parts])
        case Except(part):
            without = translated(part, schema, searcher, once)
            return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, without)])


def _preferring(expression: Prefer, schema: Schema, searcher: Searcher, once: Once[Query]) -> Query:
    query = translated(expression.needed, schema, searcher, once)
    for part in expression.helpful:  # each by itself: of one alone tantivy reads only what it has to
        helpful = translated(part, schema, searcher, once)
        query = Query.boolean_query([(Occur.Must, query), (Occur.Should, helpful)])
    return query


def _group(expression: AllOf | AnyOf | Best, parts: list[Query]) -> Query:
    if not parts:
        return Query.all_query() if isinstance(expression, AllOf) else Query.empty_query()
    if len(parts) == 1:
        return parts[0]
    if isinstance(expression, Best):
        return Query.disjunction_max_query(parts)
    return _together(Occur.Must if isinstance(expression, AllOf) else Occur.Should, parts)


def _together(occur: Occur, parts: Iterable[Query]) -> Query:
    return Query.boolean_query([(occur, part) for part in parts])


def _weighted(query: Query, weight: float) -> Query:
    if weight == 1:
        return query
    # What weighs nothing only narrows down: tantivy need not score it.
    return Query.boost_query(query, weight) if weight else Query.const_score_query(query, 0.0)
