#include "exchange/program_document.h"

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/period_json.h"
#include "exchange/text_key.h"

#include <set>

namespace dimsum
{

namespace
{

ProgramMember readMember(const JsonNode &node)
{
    ProgramMember member;
    JsonKeys keys(node);
    member.account = keys.require("account").requiredText();
    const JsonNode arm = keys.require("arm");
    const std::string name = arm.text();
    if (const std::optional<Arm> parsed = parseArm(name))
        member.arm = *parsed;
    else
        arm.refuse(DIMSUM_TEXT("\"%1\" is no arm; it is program or holdout."), {name});
    keys.finish();
    return member;
}

ProgramDocument readProgram(const JsonNode &top)
{
    ProgramDocument document;
    JsonKeys keys(top);
    const JsonNode program = keys.require("program");
    if (program.isText()) {
        document.name = program.requiredText();
    } else {
        document.period = readPeriod(program);
        document.name = document.period->name;
    }
    std::set<std::string> seen;
    if (const std::optional<JsonNode> accounts = keys.find("accounts")) {
        for (const JsonNode &item : accounts->items()) {
            document.members.push_back(readMember(item));
            if (!seen.insert(textKey(document.members.back().account)).second)
                item.refuse(DIMSUM_TEXT("The account \"%1\" is given twice."),
                            {document.members.back().account});
        }
    }
    keys.finish();
    return document;
}

} // namespace

Result<ProgramDocument> parseProgram(const QByteArray &bytes)
{
    ProgramDocument document;
    const Outcome read = readJson(bytes, [&](const JsonNode &top) { document = readProgram(top); });
    if (!read)
        return read.error();
    return document;
}

QByteArray printProgram(const ProgramDocument &document)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("program");
    if (document.period)
        writePeriod(writer, *document.period);
    else
        writer.text(document.name);
    writer.key("accounts").beginArray();
    for (const ProgramMember &member : document.members) {
        writer.beginObject(JsonWriter::Layout::oneLine);
        writer.key("account").text(member.account);
        writer.key("arm").text(armName(member.arm));
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return writer.document();
}

} // namespace dimsum
