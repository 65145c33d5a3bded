// Changes to accounts and contacts by hand: one, or many at once; each call is one step of undo.
// Values are text as a person types it and obey the same rules as an import (domain.md section 2).
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "service/workspace.h"

#include <QString>

#include <vector>

namespace dimsum {

// A field by the name of its canonical column ("industry", "annual_revenue", "acv", "owner", "name") or the header of a
// custom one; an empty value makes it unknown.
struct FieldEdit {
    QString field;
    QString value;
};

struct NewAccount {
    QString domain; // or an address that holds one; the key becomes its registrable domain
    QString name;
    std::vector<FieldEdit> fields = {};
};

struct NewContact {
    AccountId account;
    QString email;
    QString firstName = {};
    QString lastName = {};
    QString title = {};
    QString buyingRole = {}; // one of domain.md section 10, or empty
    bool optOut = false;
};

// Errors: invalid with `field` set (no domain, free-mail domain, a value that is no number), refused (already there).
Result<AccountId> addAccount(Workspace &workspace, NewAccount account);

// The edits of one account.
struct AccountEdit {
    AccountId account;
    std::vector<FieldEdit> edits;
};

// Each account its own edits (a pasted block); all or nothing, one step of undo. Errors: invalid with `field`, notFound.
Outcome editAccounts(Workspace &workspace, std::vector<AccountEdit> accounts);
// The same edits to every account of the list.
Outcome editAccounts(Workspace &workspace, std::vector<AccountId> accounts, std::vector<FieldEdit> edits);

Result<ContactId> addContact(Workspace &workspace, NewContact contact);

// What a person may change about a contact; the e-mail address is its key and stays. A contact that was known from
// an activity only is a full one afterwards: whoever writes it down answers for its consent.
struct ContactEdit {
    AccountId account;
    ContactId contact;
    QString firstName = {};
    QString lastName = {};
    QString title = {};
    QString buyingRole = {};
    bool optOut = false;
};

// Errors: notFound, invalid (buying_role). Nothing is recorded where nothing changes.
Outcome editContact(Workspace &workspace, ContactEdit edit);

} // namespace dimsum
