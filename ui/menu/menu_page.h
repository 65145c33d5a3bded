// The dim sum card: accounts at the left, the menu of the chosen one's tier in the middle, the order slip at the right.
#pragma once

#include "qt/dish_model.h"
#include "qt/menu_account_model.h"
#include "ui/menu/slip_panel.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <QTimer>

#include <memory>
#include <optional>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;

namespace dimsum {

class DishHead;
class EmptyState;
class MessagePanel;
class PageHeader;
class SearchField;
class Segmented;
class TierBadgeLabel;

class MenuPage : public Page
{
    Q_OBJECT

public:
    explicit MenuPage(PageContext context, QWidget *parent = nullptr);
    ~MenuPage() override;

    QString id() const override { return page_id::menu; }
    QString title() const override { return tr("Menu"); }
    QString iconName() const override { return QStringLiteral("menu"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    QList<Command *> commands() override { return m_commands; }
    StatusTexts statusTexts() const override;
    Place place() const override { return {page_id::menu, m_account, {}}; }
    void goTo(const Place &place) override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void focusFilter() override;
    bool settled() const override { return !m_reading && !m_saveSoon.isActive() && m_saving == 0; }
    QList<QWidget *> panes() override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override; // a hidden page reads no card

    AccountId account() const { return m_account; }
    DishModel &dishes() { return m_dishes; }
    const DraftSlip &draft() const { return m_draft; }
    SlipPanel &slip() { return *m_slip; }

private:
    // A slip that was just placed and can be taken back until another account is chosen.
    struct Placed {
        std::vector<std::string> orders;
        DraftSlip draft;
        SlipCheck check;
        MenuCard card;
    };
    void build();
    QWidget *buildCard();
    void buildCommands();
    QString closingSummary() const;
    void choose(AccountId account);
    void catchUp();
    void readCard();
    void takeCard(MenuCard card, const QList<SlipContact> &contacts);
    void showCard();
    void showHead();
    void showSuggestion();
    void tick(const QString &play, bool on);
    void setInput(const QString &play, const QString &input, const QString &value);
    void draftChanged();
    void saveDraftNow();
    void place(const std::string &overrideReason = {});
    void placed(const Result<SlipAnswer> &answer, const DraftSlip &draft, const std::string &slipId);
    void takeBack();
    void clearSlip();
    void printSlip(bool asPdf);
    void openOverview();
    QString accountName() const;
    QString closedReason() const;
    void tell(const QString &text);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    MenuAccountModel m_accounts;
    DishModel m_dishes;
    AccountId m_account;
    std::optional<MenuCard> m_card; // of m_account
    DraftSlip m_draft;
    SlipCheck m_check;              // of m_draft; leads into m_card
    std::optional<Placed> m_placed;
    QTimer m_saveSoon;              // typing in an input saves once, a moment later
    int m_saving = 0;
    bool m_reading = false;
    bool m_stale = false; // the card is of an older snapshot

    PageHeader *m_header = nullptr;
    Segmented *m_filter = nullptr;
    MessagePanel *m_message = nullptr;
    SearchField *m_search = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_name = nullptr;
    TierBadgeLabel *m_badge = nullptr;
    QLabel *m_ticked = nullptr;
    DishHead *m_head = nullptr;
    QListView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_legend = nullptr;
    SlipPanel *m_slip = nullptr;
    QSplitter *m_splitter = nullptr;
    QList<Command *> m_commands;
};

} // namespace dimsum
