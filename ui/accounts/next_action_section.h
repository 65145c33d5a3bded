// The next best action of an account: what to do, why, with which play, until when. Hidden where nothing is known.
#pragma once

#include "ui/accounts/dock_section.h"

class QLabel;
class QPushButton;

namespace dimsum
{

struct NextAction;
struct ShownAccount;

class NextActionSection : public DockSection
{
    Q_OBJECT

public:
    explicit NextActionSection(QWidget *parent = nullptr);

    // Null hides the section.
    void setAction(const ShownAccount &shown, const NextAction *action);
    QString words() const;

Q_SIGNALS:
    void menuCardRequested();
    void judged(bool useful); // what the person thinks of it

private:
    QLabel *m_text;
    QPushButton *m_card, *m_useful, *m_wrong;
};

} // namespace dimsum
