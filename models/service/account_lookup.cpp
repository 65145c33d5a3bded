#include "service/account_lookup.h"

#include "exchange/import_rows.h"
#include "exchange/text_key.h"

namespace dimsum {

Result<AccountId> accountNamed(Workspace &workspace, std::string_view text)
{
    // A domain is the key that people and programs use; only for names and ids all accounts are looked through.
    if (const AccountRef ref = accountRefOf(text); !ref.domain.empty()) {
        const auto known = AccountStore(workspace.database()).byDomain(ref.domain);
        if (!known || known->valid())
            return known;
    }
    const auto keys = AccountStore(workspace.database()).keys(&externalIdKey);
    if (!keys)
        return keys.error();
    return accountNamed(*keys, text);
}

Result<AccountId> accountNamed(const AccountKeys &keys, std::string_view text)
{
    const AccountRef ref = accountRefOf(text);
    bool ambiguous = false;
    const AccountMatch matches[] = {ref.domain.empty() ? AccountMatch{} : keys.byDomain(ref.domain),
                                    ref.externalKey.empty() ? AccountMatch{} : keys.byExternalId(ref.externalKey),
                                    ref.nameKey.empty() ? AccountMatch{} : keys.byName(ref.nameKey)};
    for (const AccountMatch &match : matches) {
        if (match.id.valid())
            return match.id;
        ambiguous = ambiguous || match.ambiguous;
    }
    if (ambiguous)
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("Several accounts go by “%1”. Name the one you mean by its domain."),
                     .arguments = {std::string(text)},
                     .field = "account"};
    return Error{.kind = ErrorKind::notFound,
                 .sentence = DIMSUM_TEXT("There is no account “%1” in this workspace."),
                 .arguments = {std::string(text)},
                 .field = "account"};
}

} // namespace dimsum
