// icp.json (json-shapes.md): the criteria of the ideal customer profile and the roles that a committee needs.
// Reading refuses what the shape does not allow, with the path in `Error::field` ("criteria[0].weight").
#pragma once

#include "domain/error.h"
#include "domain/icp.h"
#include "domain/money.h"

#include <QByteArray>

namespace dimsum
{

class JsonWriter;

Result<Icp> parseIcp(const QByteArray &bytes, const Currency &currency);
QByteArray printIcp(const Icp &icp, const Currency &currency);

// The members "field", "test", "values" or "min" and "max", "weight" of a criterion into the open object of
// `writer`: what `icp suggest` prints before its figures.
void writeCriterion(JsonWriter &writer, const Criterion &criterion, const Currency &currency);

} // namespace dimsum
