// The object of a program inside menu.json and program.json.
#pragma once

#include "domain/program.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace dimsum
{

ProgramPeriod readPeriod(const JsonNode &node);
void writePeriod(JsonWriter &writer, const ProgramPeriod &period);

// A list of texts on one line.
void writeTexts(JsonWriter &writer, const std::vector<std::string> &texts);

} // namespace dimsum
