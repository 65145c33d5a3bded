// Every component in its states on one page, to look at and to compare with the design: Help > Component gallery.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace dimsum {

class ComponentGallery : public QWidget
{
    Q_OBJECT
public:
    explicit ComponentGallery(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addHead(const QString &text);
    void addType();
    void addColours();
    void addTiers();
    void addControls();
    void addRows();
    void addGauges();
    void addMessages();
    void addStates();
    void addReceiptAndCharts();

    QVBoxLayout *m_column;
};

} // namespace dimsum
