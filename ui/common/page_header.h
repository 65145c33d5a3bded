// Head of a page, 48 px: title, sentence of facts beside it, controls at the right.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace dimsum {

class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFacts(const QString &facts);
    // Adds a control at the right end, in the order of the calls; takes ownership.
    void addControl(QWidget *control);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyFonts();

    QLabel *m_title;
    QLabel *m_facts;
    QHBoxLayout *m_controls;
};

} // namespace dimsum
